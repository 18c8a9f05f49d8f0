package fr.jalon.console.recording;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages that record. */
@Configuration(proxyBeanMethods = false)
@Import({RecordPage.class, RemarkPage.class, MeetingPage.class})
public class RecordingPages {}
