package fr.jalon.query;

import fr.jalon.people.Erasures;
import fr.jalon.people.KeyWrap;
import fr.jalon.people.Limitations;
import fr.jalon.people.Redactions;
import fr.jalon.people.TextKeys;
import fr.jalon.query.person.ErasureController;
import fr.jalon.query.person.LimitationController;
import fr.jalon.query.person.MentionsController;
import fr.jalon.query.person.PersonController;
import fr.jalon.query.person.RedactionController;
import fr.jalon.query.retention.RetentionController;
import fr.jalon.query.retention.RetentionRules;
import fr.jalon.readmodel.person.PersonEntries;
import fr.jalon.readmodel.person.PersonStays;
import fr.jalon.readmodel.projection.SearchedWords;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What persons have a right to: to know what is held of them, to be kept from view, to be forgotten. */
@Configuration(proxyBeanMethods = false)
@Import({
    PersonController.class,
    ErasureController.class,
    LimitationController.class,
    MentionsController.class,
    RedactionController.class,
    RetentionController.class
})
public class PersonsApi {
    @Bean
    PersonEntries personEntries(@Qualifier("queryDataSource") DataSource readModels) {
        return new PersonEntries(readModels);
    }

    @Bean
    PersonStays personStays(@Qualifier("queryDataSource") DataSource readModels) {
        return new PersonStays(readModels);
    }

    @Bean
    Erasures erasures(@Qualifier("queryDataSource") DataSource database) {
        return new Erasures(database);
    }

    @Bean
    Erasures.Seal erasuresSeal(KeyWrap wrap) {
        return new Erasures.Seal(wrap);
    }

    @Bean
    Limitations limitations(@Qualifier("queryDataSource") DataSource database) {
        return new Limitations(database);
    }

    @Bean
    Redactions redactions(
            @Qualifier("queryDataSource") DataSource database, TextKeys queryTextKeys, SearchedWords words) {
        return new Redactions(database, queryTextKeys, words::replace);
    }

    @Bean
    RetentionRules retentionRules(
            @Value("${jalon.persons.kept.coordinator:2}") int coordinator,
            @Value("${jalon.persons.kept.team:2}") int team,
            @Value("${jalon.persons.kept.contribution:2}") int contribution,
            @Value("${jalon.persons.kept.european-money:5}") int europeanMoney,
            @Value("${jalon.persons.european-funders:fse,fse-plus,feder,union-europeenne}")
                    Set<String> europeanFunders) {
        return new RetentionRules(
                Map.of("coordinator", coordinator, "team", team, "contribution", contribution),
                europeanMoney,
                europeanFunders);
    }
}
