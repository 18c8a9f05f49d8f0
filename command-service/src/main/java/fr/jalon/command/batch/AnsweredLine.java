package fr.jalon.command.batch;

import fr.jalon.command.api.LineStatus;
import fr.jalon.web.recording.LineAnswer;

/** What became of one line of many, in one word and as it is answered. */
record AnsweredLine(LineStatus status, LineAnswer answer) {}
