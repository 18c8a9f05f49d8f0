package fr.jalon.web.openapi;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The contract, served to anybody: at {@code /api/v1/openapi.json} to programs, at {@code /api} to people. */
@Configuration(proxyBeanMethods = false)
@Import(ContractPage.class)
public class OpenApiConfiguration {
    private static final String SIGN_IN = "basic";

    /**
     * What stands above the calls; the address is that of whoever reads it, so that the document is the same for all.
     */
    @Bean
    OpenApiCustomizer contract() {
        return api -> {
            api.info(new Info()
                    .title("Jalon")
                    .version("v1")
                    .description("The register of a social programme's life on its territories.")
                    .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
            api.servers(List.of(new Server().url("/")));
            api.addSecurityItem(new SecurityRequirement().addList(SIGN_IN));
            api.getComponents()
                    .addSecuritySchemes(
                            SIGN_IN,
                            new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"));
        };
    }

    @Bean
    OpenApiCustomizer entrySchemas() {
        return new EntrySchemas();
    }

    @Bean
    OpenApiCustomizer valueSchemas() {
        return new ValueSchemas();
    }

    @Bean
    ModelConverter recordSchemas() {
        return new RecordConverter();
    }

    @Bean
    GlobalOperationCustomizer problemResponses() {
        return new ProblemResponses();
    }

    @Bean
    GlobalOperationCustomizer parameterWords() {
        return new ParameterWords();
    }
}
