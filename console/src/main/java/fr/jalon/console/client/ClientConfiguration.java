package fr.jalon.console.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The register's calls, over HTTP. */
@Configuration(proxyBeanMethods = false)
public class ClientConfiguration {
    private static final Duration TO_CONNECT = Duration.ofSeconds(2);
    private static final Duration TO_ANSWER = Duration.ofSeconds(30);

    /** Stands for the register in addresses until a call is made. */
    private static final String PLACEHOLDER = "http://register.invalid";

    /** That something is ill is an answer, though with 503. */
    private static final String HEALTH = "/actuator/health";

    @Bean
    RegisterCalls registerCalls(HttpServiceProxyFactory calls) {
        return calls.createClient(RegisterCalls.class);
    }

    @Bean
    HttpServiceProxyFactory callsOfTheRegister(RegisterAddress address) {
        RestClient client = RestClient.builder()
                .baseUrl(PLACEHOLDER)
                .requestFactory(at(address))
                .defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {
                    if (!request.getURI().getPath().endsWith(HEALTH)) {
                        throw refusal(response.getStatusCode().value(), response.getBody());
                    }
                })
                .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .customArgumentResolver(new CallArguments())
                .build();
    }

    @Bean
    ChangeStream changeStream(RegisterAddress address) {
        return new ChangeStream(http(), address);
    }

    private static HttpClient http() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TO_CONNECT)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    private static ClientHttpRequestFactory at(RegisterAddress address) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http());
        requests.setReadTimeout(TO_ANSWER);
        return (uri, method) -> requests.createRequest(
                URI.create(address.get() + uri.toString().substring(PLACEHOLDER.length())), method);
    }

    /** What the register said, or that it said nothing that can be read. */
    private static RuntimeException refusal(int status, InputStream body) throws IOException {
        if (status == HttpStatus.UNAUTHORIZED.value()) {
            return new InsufficientAuthenticationException("The register takes this token no more");
        }
        try {
            return new RefusedCall(JsonMapper.shared().readValue(body.readAllBytes(), RefusedCall.Problem.class));
        } catch (JacksonException noProblemDocument) {
            return new RefusedCall(new RefusedCall.Problem(status, "unreadable", null, null, null));
        }
    }
}
