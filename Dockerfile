# The service with every engine: the complete SQL Server client comes from the public gallery (docs/adr/0013).
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS construction
WORKDIR /source
COPY . .
RUN dotnet publish src/Ror.Api -c Release -r linux-x64 --self-contained false \
    -p:SqlServerComplet=true -p:PublishReadyToRun=true -o /application

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# SQLite's file, when that is the engine, is ./data/ror.db: mount a volume on /donnees.
RUN mkdir -p /donnees && chown app /donnees
COPY --from=construction /application /application
USER app
WORKDIR /donnees
ENV ASPNETCORE_URLS=http://+:8080
EXPOSE 8080
ENTRYPOINT ["dotnet", "/application/Ror.Api.dll"]
