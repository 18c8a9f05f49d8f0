package fr.jalon.console.live;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What pages are told while they are looked at. */
@Configuration(proxyBeanMethods = false)
@Import(ChangesPassedOn.class)
public class LivePages {}
