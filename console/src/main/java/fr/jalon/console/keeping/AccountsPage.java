package fr.jalon.console.keeping;

import fr.jalon.console.page.Visit;
import fr.jalon.console.upkeep.AccountList;
import fr.jalon.console.upkeep.KeepingCalls;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who may come in, and as what: the national team changes it, auditors see it. */
@Controller
public final class AccountsPage {
    private static final String ADDRESS = "/console/accounts";

    private final KeepingCalls keeping;

    AccountsPage(KeepingCalls keeping) {
        this.keeping = keeping;
    }

    @GetMapping(ADDRESS)
    String accounts(Visit visit, Model page) {
        page.addAttribute("accounts", keeping.accounts(visit.caller()).accounts());
        return "accounts";
    }

    @PostMapping(ADDRESS)
    String make(@RequestParam String name, @RequestParam String roles, Visit visit, RedirectAttributes next) {
        return Ended.with(
                () -> told(
                        keeping.makeAccount(visit.caller(), Map.of("name", name.strip(), "roles", roles(roles))), next),
                "accounts.made",
                ADDRESS,
                visit,
                next);
    }

    @PostMapping(ADDRESS + "/{name}/role")
    String giveRoles(@PathVariable String name, @RequestParam String roles, Visit visit, RedirectAttributes next) {
        return Ended.with(
                () -> told(keeping.changeAccount(visit.caller(), name, "role", Map.of("roles", roles(roles))), next),
                "accounts.has-roles",
                ADDRESS,
                visit,
                next);
    }

    /** A password is made for it, and told once. */
    @PostMapping(ADDRESS + "/{name}/password")
    String givePassword(@PathVariable String name, Visit visit, RedirectAttributes next) {
        return Ended.with(
                () -> told(keeping.changeAccount(visit.caller(), name, "password", Map.of()), next),
                "accounts.has-password",
                ADDRESS,
                visit,
                next);
    }

    @PostMapping(ADDRESS + "/{name}/{what:enable|disable}")
    String letIn(@PathVariable String name, @PathVariable String what, Visit visit, RedirectAttributes next) {
        return Ended.with(
                () -> told(keeping.letIn(visit.caller(), name, what), next),
                what.equals("enable") ? "accounts.let-in" : "accounts.let-out",
                ADDRESS,
                visit,
                next);
    }

    /** Its holder lost what makes the codes. */
    @PostMapping(ADDRESS + "/{name}/forget-factor")
    String forgetFactor(@PathVariable String name, Visit visit, RedirectAttributes next) {
        return Ended.with(
                () -> told(keeping.letIn(visit.caller(), name, "forget-factor"), next),
                "accounts.factor-forgotten",
                ADDRESS,
                visit,
                next);
    }

    private static void told(AccountList.Changed changed, RedirectAttributes next) {
        next.addFlashAttribute("account", changed.account());
        next.addFlashAttribute("password", changed.password());
    }

    private static List<String> roles(String typed) {
        return Arrays.stream(typed.split("[,;\\s]+"))
                .filter(role -> !role.isEmpty())
                .toList();
    }
}
