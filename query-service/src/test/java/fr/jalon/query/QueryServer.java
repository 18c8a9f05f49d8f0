package fr.jalon.query;

import com.zaxxer.hikari.HikariDataSource;
import fr.jalon.events.json.Json;
import fr.jalon.people.PeopleConfiguration;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.TestDatabase;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.PostgresEventLog;
import fr.jalon.web.WebApplication;
import fr.jalon.web.WebConfiguration;
import fr.jalon.web.access.AccessRecord;
import fr.jalon.web.account.AccountKeeper;
import fr.jalon.web.account.Accounts;
import fr.jalon.web.account.DemoAccounts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * The read side on a free port of this machine. Its clock is set by hand: 12:00 in Paris on 23 November 2026 at first.
 */
public final class QueryServer implements AutoCloseable {
    /** What names are sealed with in tests. */
    public static final String PEOPLE_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    public static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");

    /** Started once for the tests that need no server of their own; each of them speaks of its own territories. */
    private static final class Shared {
        private static final ReadModels MODELS = new ReadModels();
        private static final QueryServer SERVER =
                new QueryServer(MODELS.database(), "--jalon.query.min-position-wait=2s");
    }

    private final ConfigurableApplicationContext context;
    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public QueryServer(TestDatabase database, String... properties) {
        this(database.dataSource(DatabaseRole.QUERY), database.dataSource(DatabaseRole.QUERY), properties);
    }

    /** One whose statements are heard: those on the read models, and those on the log. */
    public static QueryServer listenedTo(
            TestDatabase database, Statements models, Statements log, String... properties) {
        return new QueryServer(
                models.of(database.dataSource(DatabaseRole.QUERY)),
                log.of(database.dataSource(DatabaseRole.QUERY)),
                properties);
    }

    private QueryServer(DataSource models, DataSource log, String... properties) {
        SpringApplication application = WebApplication.of(Main.class);
        application.addInitializers(starting -> {
            GenericApplicationContext beans = (GenericApplicationContext) starting;
            beans.registerBean(InstantSource.class, () -> now::get);
            beans.registerBean("queryDataSource", HikariDataSource.class, () -> pool(models));
            beans.registerBean(EventLog.class, () -> new PostgresEventLog(log));
        });
        String[] arguments = Arrays.copyOf(properties, properties.length + 2);
        arguments[properties.length] = "--server.port=0";
        arguments[properties.length + 1] = "--jalon.people.key=" + PEOPLE_KEY;
        context = application.run(arguments);
    }

    public static QueryServer shared() {
        return Shared.SERVER;
    }

    /** What the shared server reads. */
    public static ReadModels sharedModels() {
        return Shared.MODELS;
    }

    public void setClock(Instant instant) {
        now.set(instant);
    }

    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** A question of the auditor; parameters are names and values by turns. */
    public Answer get(String path, String... parameters) {
        return send(question(path, parameters));
    }

    /** The same, by a reader who has an answer with this tag. */
    public Answer getUnless(String tag, String path, String... parameters) {
        return send(question(path, parameters).header("If-None-Match", tag));
    }

    public CompletableFuture<Answer> ask(String path, String... parameters) {
        return http.sendAsync(question(path, parameters).build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(Answer::new);
    }

    public HttpRequest.Builder question(String path, String... parameters) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < parameters.length; i += 2) {
            query.append(i == 0 ? "?" : "&")
                    .append(parameters[i])
                    .append('=')
                    .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return as("auditor", "/api/v1" + path + query);
    }

    public static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public HttpRequest.Builder as(String name, String path) {
        String credentials = name + ":" + DemoAccounts.PASSWORD;
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        context.close();
    }

    private static HikariDataSource pool(DataSource database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(database);
        pool.setMaximumPoolSize(8);
        return pool;
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public JsonNode json() {
            return Json.parse(response.body());
        }

        public String at(String pointer) {
            return json().at(pointer).asString();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        @Override
        public String toString() {
            return status() + " " + response.body();
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({WebConfiguration.class, PeopleConfiguration.class, QueryApi.class, PersonsApi.class})
    static class Main {
        @Bean
        Accounts accounts() {
            return DemoAccounts.boundTo(InetAddress.getLoopbackAddress());
        }

        @Bean
        AccountKeeper accountKeeper() {
            return AccountKeeper.NONE;
        }

        @Bean
        AccessRecord accessRecord() {
            return AccessRecord.NONE;
        }
    }
}
