package fr.jalon.query;

import fr.jalon.people.KeyWrap;
import fr.jalon.people.NameSeal;
import fr.jalon.people.PersonKeys;
import fr.jalon.people.TextKeys;
import fr.jalon.query.access.AccessController;
import fr.jalon.query.access.CarriedController;
import fr.jalon.query.account.AccountsController;
import fr.jalon.query.account.OwnAccountController;
import fr.jalon.query.agenda.AgendaController;
import fr.jalon.query.asked.AskedContract;
import fr.jalon.query.asked.AskedResolver;
import fr.jalon.query.asked.Axes;
import fr.jalon.query.asked.NamesShown;
import fr.jalon.query.asked.Pinning;
import fr.jalon.query.asked.Questions;
import fr.jalon.query.changes.ChangeFeed;
import fr.jalon.query.changes.ChangesController;
import fr.jalon.query.contract.AnswerSchemas;
import fr.jalon.query.difference.DifferenceController;
import fr.jalon.query.export.ExportController;
import fr.jalon.query.export.ExportFiles;
import fr.jalon.query.export.ExportSchemas;
import fr.jalon.query.export.Exports;
import fr.jalon.query.funder.AllFundersController;
import fr.jalon.query.funder.Funders;
import fr.jalon.query.funder.FundersController;
import fr.jalon.query.history.EntryController;
import fr.jalon.query.history.EntryNames;
import fr.jalon.query.history.HistoryController;
import fr.jalon.query.history.HistoryOfAllController;
import fr.jalon.query.state.StateController;
import fr.jalon.query.state.StatesController;
import fr.jalon.query.state.TimeMapController;
import fr.jalon.query.things.ThingsController;
import fr.jalon.query.things.ThingsOfAllController;
import fr.jalon.query.timeline.TimelineController;
import fr.jalon.query.vocabulary.EntryTypesController;
import fr.jalon.query.vocabulary.TemplatesController;
import fr.jalon.query.why.WhyController;
import fr.jalon.readmodel.projection.KeptWords;
import fr.jalon.readmodel.projection.SearchedWords;
import fr.jalon.readmodel.question.AllFundings;
import fr.jalon.readmodel.question.Changes;
import fr.jalon.readmodel.question.History;
import fr.jalon.readmodel.question.KnownNames;
import fr.jalon.readmodel.question.Places;
import fr.jalon.readmodel.question.Portfolios;
import fr.jalon.readmodel.question.Progress;
import fr.jalon.readmodel.question.Registers;
import fr.jalon.readmodel.question.States;
import fr.jalon.readmodel.question.Stretches;
import fr.jalon.readmodel.question.WholeHistory;
import fr.jalon.readmodel.question.WordsInUse;
import fr.jalon.store.log.EventLog;
import fr.jalon.web.access.AccessPages;
import fr.jalon.web.access.AccessRetention;
import fr.jalon.web.account.AccountKeeper;
import fr.jalon.web.account.Accounts;
import fr.jalon.web.security.SecurityLog;
import fr.jalon.web.signin.OwnPassword;
import fr.jalon.web.start.RefusedStart;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The read side's HTTP, for a service to import. It brings {@code queryDataSource}, the log and an
 * {@link InstantSource}.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    StateController.class,
    StatesController.class,
    EntryNames.class,
    HistoryController.class,
    HistoryOfAllController.class,
    EntryController.class,
    DifferenceController.class,
    Funders.class,
    FundersController.class,
    AllFundersController.class,
    ThingsOfAllController.class,
    TimeMapController.class,
    AgendaController.class,
    WhyController.class,
    TimelineController.class,
    AccessController.class,
    CarriedController.class,
    AccountsController.class,
    OwnAccountController.class,
    ChangesController.class,
    ExportController.class,
    EntryTypesController.class,
    TemplatesController.class,
    ThingsController.class
})
public class QueryApi {
    @Bean
    AnswerSchemas answerSchemas() {
        return new AnswerSchemas();
    }

    @Bean
    ExportSchemas exportSchemas() {
        return new ExportSchemas();
    }

    @Bean
    OperationCustomizer askedContract() {
        return new AskedContract();
    }

    @Bean
    States states(@Qualifier("queryDataSource") DataSource readModels) {
        return new States(readModels);
    }

    @Bean
    Places places(@Qualifier("queryDataSource") DataSource readModels) {
        return new Places(readModels);
    }

    @Bean
    History history(@Qualifier("queryDataSource") DataSource readModels) {
        return new History(readModels);
    }

    @Bean
    WholeHistory wholeHistory(@Qualifier("queryDataSource") DataSource readModels, SearchedWords words) {
        return new WholeHistory(readModels, words.kept());
    }

    @Bean
    KnownNames knownNames(@Qualifier("queryDataSource") DataSource readModels) {
        return new KnownNames(readModels);
    }

    @Bean
    AllFundings allFundings(@Qualifier("queryDataSource") DataSource readModels) {
        return new AllFundings(readModels);
    }

    @Bean
    WordsInUse wordsInUse(@Qualifier("queryDataSource") DataSource readModels) {
        return new WordsInUse(readModels);
    }

    @Bean
    Exports exports(States states, History history, NamesShown names) {
        return new Exports(states, history, names);
    }

    @Bean
    ExportFiles exportFiles(Questions questions, Exports exports, @Value("${java.io.tmpdir}") Path temporary) {
        return new ExportFiles(questions, exports, temporary);
    }

    @Bean
    Portfolios portfolios(@Qualifier("queryDataSource") DataSource readModels) {
        return new Portfolios(readModels);
    }

    @Bean
    Stretches stretches(@Qualifier("queryDataSource") DataSource readModels) {
        return new Stretches(readModels);
    }

    @Bean
    Registers registers(@Qualifier("queryDataSource") DataSource readModels) {
        return new Registers(readModels);
    }

    @Bean
    Progress progress(
            @Qualifier("queryDataSource") DataSource readModels,
            EventLog eventLog,
            @Value("${jalon.query.min-position-wait:5s}") Duration limit) {
        return new Progress(readModels, eventLog, limit);
    }

    @Bean
    ChangeFeed changeFeed(
            @Qualifier("queryDataSource") DataSource readModels,
            @Value("${jalon.changes.look-every:100ms}") Duration every,
            @Value("${jalon.query.min-position-wait:5s}") Duration patience) {
        return new ChangeFeed(new Changes(readModels), every, patience);
    }

    @Bean
    AccessPages accessPages(@Qualifier("queryDataSource") DataSource database) {
        return new AccessPages(database);
    }

    @Bean(destroyMethod = "close")
    AccessRetention accessRetention(
            @Qualifier("queryDataSource") DataSource database,
            InstantSource clock,
            @Value("${jalon.access.kept:365d}") Duration kept) {
        return new AccessRetention(database, clock, kept);
    }

    @Bean
    Axes axes(InstantSource clock) {
        return new Axes(clock);
    }

    @Bean
    Pinning pinning(
            Places places,
            Progress progress,
            Axes axes,
            @Value("${jalon.query.knowledge-settles-after:2m}") Duration settlesAfter) {
        return new Pinning(places, progress, axes, settlesAfter);
    }

    @Bean
    OwnPassword ownPassword(AuthenticationProvider signIn, Accounts accounts, AccountKeeper keeper, SecurityLog log) {
        return new OwnPassword(signIn, accounts, keeper, log);
    }

    @Bean
    TextKeys queryTextKeys(@Qualifier("queryDataSource") DataSource database, KeyWrap wrap) {
        return new TextKeys(database, wrap);
    }

    /** How the words of entries are kept: opened to be read, and kept so that nobody reads them. */
    @Bean
    SearchedWords searchedWords(
            @Qualifier("queryDataSource") DataSource database, KeyWrap wrap, TextKeys queryTextKeys) {
        NameSeal seal = new NameSeal(new PersonKeys(database, wrap), queryTextKeys);
        return new SearchedWords(seal::textOf, new KeptWords(queryTextKeys.forWords()));
    }

    @Bean
    NamesShown namesShown(
            @Qualifier("queryDataSource") DataSource database, KeyWrap wrap, TextKeys queryTextKeys, SecurityLog log) {
        PersonKeys keys = new PersonKeys(database, wrap);
        if (!keys.areOurs() || !queryTextKeys.areOurs()) {
            throw new RefusedStart(PersonKeys.NOT_OURS);
        }
        return new NamesShown(keys, queryTextKeys, log);
    }

    @Bean
    Questions questions(MeterRegistry meters, Progress progress, Places places, NamesShown names) {
        return new Questions(meters, progress, places, names);
    }

    @Bean
    WebMvcConfigurer askedByQuestions(Questions questions, Axes axes, Pinning pinning) {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(AskedResolver.ARGUMENTS.toArray(Class[]::new));
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new AskedResolver(questions, axes, pinning));
            }
        };
    }
}
