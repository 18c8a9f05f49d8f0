package fr.jalon.web.openapi;

import org.springframework.context.annotation.Configuration;

/** The contract, served at {@code /api/v1/openapi.json} to whoever is signed in. */
@Configuration(proxyBeanMethods = false)
public class OpenApiConfiguration {}
