package fr.jalon.console.proving;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What is passed on to browsers that prove. */
@Configuration(proxyBeanMethods = false)
@Import(LogPassedOn.class)
public class ProvingPages {}
