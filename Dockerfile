# syntax=docker/dockerfile:1
# Four images from one build: command-service, query-service, console, and jalon, the command line that migrates.

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /jalon
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -q -DskipTests -Dspotless.check.skip=true -pl command-service,query-service,console,standalone -am package

FROM eclipse-temurin:25-jre AS runtime
RUN useradd --uid 10001 --user-group --no-create-home --home-dir /var/lib/jalon jalon \
    && install --directory --owner=jalon --group=jalon --mode=700 /var/lib/jalon
COPY deploy/healthy /usr/local/bin/healthy
WORKDIR /opt/jalon
USER jalon
# Nothing but /var/lib/jalon and /tmp is ever written: the file system may be read-only.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", \
    "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "jalon.jar"]

FROM runtime AS service
# Others reach a container at its own address. On SIGTERM it answers on for the notice, until the proxy has seen that it leaves.
# The client's address is the one the proxy says.
ENV SERVER_ADDRESS=0.0.0.0 SERVER_PORT=8080 JALON_STOP_NOTICE=5s SERVER_FORWARD_HEADERS_STRATEGY=native
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=3 CMD ["healthy"]

FROM service AS command-service
COPY --from=build /jalon/command-service/target/lib lib
COPY --from=build /jalon/command-service/target/command-service.jar jalon.jar

FROM service AS query-service
COPY --from=build /jalon/query-service/target/lib lib
COPY --from=build /jalon/query-service/target/query-service.jar jalon.jar

FROM service AS console
COPY --from=build /jalon/console/target/lib lib
COPY --from=build /jalon/console/target/console.jar jalon.jar

FROM runtime AS jalon
COPY --from=build /jalon/standalone/target/lib lib
COPY --from=build /jalon/standalone/target/standalone.jar jalon.jar
CMD ["migrate"]
