package fr.jalon.console.importing;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.servlet.DispatcherServlet;

/** The pages that record from a table, and how its file comes in. */
@Configuration(proxyBeanMethods = false)
@Import(ImportPage.class)
public class ImportPages {
    @Bean(DispatcherServlet.MULTIPART_RESOLVER_BEAN_NAME)
    MultipartResolver filesOfImport() {
        return new FilesOfImport();
    }

    /** In front of the limit that all bodies have. */
    @Bean
    FilterRegistrationBean<TooLargeFile> tooLargeFile() {
        FilterRegistrationBean<TooLargeFile> registration = new FilterRegistrationBean<>(new TooLargeFile());
        registration.addUrlPatterns(ImportPage.ADDRESS);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Whole in memory: no part of a table is left on a disk. */
    @Bean
    MultipartConfigElement boundOfFiles() {
        return new MultipartConfigElement("", FilesOfImport.MOST, FilesOfImport.MOST, FilesOfImport.MOST);
    }
}
