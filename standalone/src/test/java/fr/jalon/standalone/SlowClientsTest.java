package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How fast others are answered meanwhile is measured by the benchmark; that they are, here. */
@Tag("long")
class SlowClientsTest {
    private static final int SLOW = 500;

    @Test
    @Timeout(240)
    void while_five_hundred_clients_take_their_time_all_others_are_answered() throws Exception {
        Asking auditor = new Asking(DemoServer.running().address(), "auditor");
        Asking national = new Asking(DemoServer.running().address(), "national");
        try (SlowClients slow = new SlowClients(DemoServer.running().address(), SLOW)) {
            for (int i = 0; i < 20; i++) {
                // On a machine that does much else an answer may be to come again, and then it is there.
                SeveralServices.await(() -> auditor.status("/territories/marseille") == 200);
                SeveralServices.await(() -> auditor.status("/territories/lyon/history") == 200);
                HttpResponse<String> entry = national.post("/territories/lille/entries?dryRun=true", """
                        {"type": "watchpoint-raised", "effective": "2024", "watchpoint": "essai", "kind": "need"}""");
                assertThat(entry.statusCode()).as(entry.body()).isEqualTo(200);
                HttpResponse<String> lines = national.post("/entries?dryRun=true", """
                        {"territory": "lille", "type": "watchpoint-raised", "effective": "2024", "watchpoint": "essai", "kind": "need"}""");
                assertThat(lines.body()).contains("accepted");
            }
            assertThat(auditor.isHealthy()).isTrue();
            assertThat(slow.connected()).as("still there").isGreaterThan(SLOW / 2);
        }
    }
}
