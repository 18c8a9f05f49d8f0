package fr.jalon.standalone.cli.proving;

import fr.jalon.log.Checkpoint;
import fr.jalon.log.SignedNote;
import fr.jalon.log.VerifierKey;
import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Trouble;
import java.util.List;

/**
 * A checkpoint of the log that is signed by a key one has.
 *
 * @param note as it is written, signatures included
 */
record SignedHead(String note, Checkpoint checkpoint, VerifierKey key) {
    /**
     * The head that a note tells.
     *
     * @param from where the note is from, for the sentence where it is no head
     */
    static SignedHead of(String note, List<VerifierKey> keys, Object from) {
        try {
            SignedNote signed = SignedNote.parse(note);
            Checkpoint checkpoint = Checkpoint.parse(signed.text());
            return keys.stream()
                    .filter(key -> key.name().equals(checkpoint.origin()) && key.signed(signed))
                    .findFirst()
                    .map(key -> new SignedHead(note, checkpoint, key))
                    .orElseThrow(() -> new Trouble(ExitCode.REFUSED, Messages.say("log.unsigned", from)));
        } catch (IllegalArgumentException notOne) {
            throw new Trouble(ExitCode.REFUSED, Messages.say("log.no-checkpoint", from));
        }
    }
}
