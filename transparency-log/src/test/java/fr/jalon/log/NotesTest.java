package fr.jalon.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes, checkpoints and proofs as text: read back alike, refused when touched. */
class NotesTest {
    /** The published example of the signed note's first implementation. */
    private static final String VERIFIER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String SIGNER =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String TEXT = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String NOTE = TEXT + """

            — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    @Test
    void the_published_note_is_signed_by_the_published_key() {
        assertThat(VerifierKey.parse(VERIFIER).signed(SignedNote.parse(NOTE))).isTrue();
        assertThat(VerifierKey.parse(VERIFIER).text()).isEqualTo(VERIFIER);
    }

    @Test
    void the_published_secret_signs_the_published_note() {
        SigningKey key = SigningKey.parse(SIGNER);
        assertThat(key.secret()).isEqualTo(SIGNER);
        assertThat(key.verifier().text()).isEqualTo(VERIFIER);
        assertThat(key.sign(TEXT).note()).isEqualTo(NOTE);
        assertThat(key).asString().doesNotContain("AYEKFALV");
    }

    @Test
    void any_change_of_a_note_is_refused() {
        Random random = new Random(3);
        byte[] note = NOTE.getBytes(StandardCharsets.UTF_8);
        VerifierKey key = VerifierKey.parse(VERIFIER);
        for (int i = 0; i < note.length; i++) {
            byte[] changed = note.clone();
            changed[i] ^= (byte) (1 << random.nextInt(7));
            assertThat(isSigned(new String(changed, StandardCharsets.UTF_8), key))
                    .as("byte " + i)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t", "\r", "\0"})
    void a_note_with_characters_that_nobody_sees_is_none(String control) {
        String note = SigningKey.parse(SIGNER).sign(control + TEXT).note();
        assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void extra_data_of_a_proof_is_passed_over() {
        TlogProof proof = new TlogProof(3, List.of(leaf("a")), NOTE);
        String text = proof.text();
        assertThat(TlogProof.parse(text.replaceFirst("\n", "\nextra YWdl\n"))).isEqualTo(proof);
        assertThatThrownBy(() -> TlogProof.parse(text.replaceFirst("\n", "\nextra YWdl\nextra YWdl\n")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_key_of_the_same_name_is_another_key() {
        SigningKey other = SigningKey.make("PeterNeumann");
        assertThat(other.verifier().signed(SignedNote.parse(NOTE))).isFalse();
        assertThat(VerifierKey.parse(VERIFIER).signed(other.sign(TEXT))).isFalse();
        assertThat(SigningKey.parse(other.secret()).verifier().signed(other.sign(TEXT)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PeterNeumann",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+Ahpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc"
            })
    void what_is_no_verifier_key_is_refused(String text) {
        assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.example/log\n1\n",
                "\n1\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n",
                "a.example/log\n01\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n",
                "a.example/log\n-1\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n",
                "a.example/log\n1\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0\n",
                "a.example/log\n1\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0="
            })
    void what_is_no_checkpoint_is_refused(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_proof_by_itself_proves_its_leaf_and_no_other() {
        List<Hash> leaves = List.of(leaf("a"), leaf("b"), leaf("c"));
        NaiveTree tree = new NaiveTree(leaves);
        SigningKey key = SigningKey.make("a.example/log");
        String checkpoint =
                key.sign(new Checkpoint("a.example/log", 3, tree.root()).text()).note();
        TlogProof proof = new TlogProof(1, Merkle.inclusion(tree, 1, 3), checkpoint);

        TlogProof read = TlogProof.parse(proof.text());
        assertThat(read).isEqualTo(proof);
        assertThat(read.proves(leaf("b"), key.verifier())).isTrue();
        assertThat(read.proves(leaf("a"), key.verifier())).isFalse();
        assertThat(read.proves(leaf("b"), SigningKey.make("a.example/log").verifier()))
                .isFalse();
    }

    @Test
    void a_checkpoint_under_the_name_of_another_log_proves_nothing_though_the_key_signed_it() {
        SigningKey key = SigningKey.make("a.example/log");
        Hash leaf = leaf("a");
        String checkpoint =
                key.sign(new Checkpoint("b.example/log", 1, leaf).text()).note();
        assertThat(key.verifier().signed(SignedNote.parse(checkpoint))).isTrue();
        assertThat(new TlogProof(0, List.of(), checkpoint).proves(leaf, key.verifier()))
                .isFalse();
    }

    /** The last letter before the padding has bits that no byte holds. */
    @Test
    void a_hash_is_written_in_one_way_only() {
        String written = "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=";
        assertThat(Hash.parse(written).base64()).isEqualTo(written);
        for (String other : List.of(
                "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB1=",
                "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0",
                "bjQLnP-zepicpUTmu3gKLHiQHT-zNzh2hRGjBhevoB0=")) {
            assertThatThrownBy(() -> Hash.parse(other)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_signature_is_written_in_one_way_only() {
        assertThat(NOTE).contains("JnAM=");
        String other = NOTE.replace("JnAM=", "JnAN=");
        assertThatThrownBy(() -> SignedNote.parse(other)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_log_of_one_leaf_needs_no_path() {
        TlogProof proof = new TlogProof(0, List.of(), NOTE);
        assertThat(proof.text()).isEqualTo("c2sp.org/tlog-proof@v1\nindex 0\n\n" + NOTE);
        assertThat(TlogProof.parse(proof.text())).isEqualTo(proof);
    }

    private static Hash leaf(String text) {
        return Hash.ofLeaf(text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isSigned(String note, VerifierKey key) {
        try {
            return key.signed(SignedNote.parse(note));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
