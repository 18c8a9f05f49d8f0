package fr.jalon.console.recording;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages that record. */
@Configuration(proxyBeanMethods = false)
@Import({RecordPage.class, CorrectionPage.class, RemarkPage.class, AnnouncementPage.class, MeetingPage.class})
public class RecordingPages {}
