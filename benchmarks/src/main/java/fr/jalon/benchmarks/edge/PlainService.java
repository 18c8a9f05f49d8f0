package fr.jalon.benchmarks.edge;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * A service as plain as Spring makes one: a controller, HTTP Basic whose password is not hashed, virtual threads, a
 * pool of 16 connections, one INSERT an entry, one SELECT an answer. It knows no time, no rule, no log and no proof.
 */
public final class PlainService implements AutoCloseable {
    public static final String ACCOUNT = "plain";
    public static final String PASSWORD = "plain";

    private final ConfigurableApplicationContext context;

    /** One on this database, whose tables it makes; the connections' role may. */
    public PlainService(HikariDataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("""
                        create table plain_entry (id bigserial primary key, entry_id uuid not null unique,
                            territory text not null, recorded_at timestamptz not null, payload text not null)
                        """).update();
        jdbc.sql("create table plain_state (territory text primary key, body text not null)")
                .update();
        SpringApplication application = new SpringApplication(Beans.class);
        application.setDefaultProperties(Map.of(
                "server.address", "127.0.0.1",
                "server.port", "0",
                "spring.threads.virtual.enabled", "true",
                "logging.config", "classpath:fr/jalon/web/logback.xml",
                "spring.main.banner-mode", "off"));
        application.addInitializers(
                beans -> ((GenericApplicationContext) beans).registerBean(DataSource.class, () -> database));
        context = application.run();
    }

    /** Where it answers. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** What a territory's state is to be from now on. */
    public void state(String territory, String body) {
        JdbcClient.create(context.getBean(DataSource.class))
                .sql("insert into plain_state (territory, body) values (?, ?)")
                .param(territory)
                .param(body)
                .update();
    }

    @Override
    public void close() {
        context.close();
    }

    /** What whoever sent it is told. */
    record Written(UUID entryId, String territory, long position) {}

    @RestController
    static final class Calls {
        private final JdbcClient jdbc;

        Calls(DataSource database) {
            this.jdbc = JdbcClient.create(database);
        }

        @PostMapping("/territories/{territory}/entries")
        @ResponseStatus(HttpStatus.CREATED)
        Written record(@PathVariable String territory, @RequestBody JsonNode entry) {
            UUID id = UUID.randomUUID();
            long position = jdbc.sql("""
                            insert into plain_entry (entry_id, territory, recorded_at, payload)
                            values (?, ?, now(), ?) returning id
                            """)
                    .param(id)
                    .param(territory)
                    .param(entry.toString())
                    .query(Long.class)
                    .single();
            return new Written(id, territory, position);
        }

        @GetMapping("/territories/{territory}")
        ResponseEntity<String> state(@PathVariable String territory) {
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(jdbc.sql("select body from plain_state where territory = ?")
                            .param(territory)
                            .query(String.class)
                            .single());
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        ServletWebSecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class
    })
    static class Beans {
        @Bean
        Calls calls(DataSource database) {
            return new Calls(database);
        }

        /** Spring's own keeper of accounts in memory would hash the password after the first request. */
        @Bean
        UserDetailsService accounts() {
            return name -> User.withUsername(ACCOUNT)
                    .password("{noop}" + PASSWORD)
                    .roles("WRITER")
                    .build();
        }

        @Bean
        SecurityFilterChain security(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .httpBasic(basic -> {})
                    .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    .csrf(AbstractHttpConfigurer::disable)
                    .build();
        }
    }
}
