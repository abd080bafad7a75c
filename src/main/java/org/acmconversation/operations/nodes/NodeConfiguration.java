package org.acmconversation.operations.nodes;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.acmconversation.outbound.RestoredDatabase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/** Configures this node's registration. */
@Configuration(proxyBeanMethods = false)
class NodeConfiguration {

    @Bean
    Heartbeat heartbeat(
            NodeProperties properties,
            NodeRegister register,
            DiskSpaceCheck room,
            RestoredDatabase restored,
            DataSource dataSource,
            Environment environment,
            ObjectProvider<BuildProperties> build)
            throws MetaDataAccessException {
        String url = JdbcUtils.extractDatabaseMetaData(dataSource, database -> database.getURL());
        boolean isPostgreSql = DatabaseDriver.fromJdbcUrl(url) == DatabaseDriver.POSTGRESQL;
        BuildProperties application = build.getIfAvailable();
        var node = new Node(
                UUID.randomUUID(),
                host() + ":" + environment.getProperty("server.port", "8080"),
                application == null ? "unknown" : application.getVersion(),
                properties.heartbeat(),
                AgreedSetting.of(environment));
        Runnable alsoRequired = () -> {
            restored.requireSame();
            room.require();
        };
        return new Heartbeat(
                node,
                properties.mayDiffer(),
                isEmbedded(url),
                register,
                isPostgreSql ? alsoRequired : () -> {},
                isPostgreSql ? () -> renewConnections(dataSource) : () -> {});
    }

    static void renewConnections(DataSource dataSource) {
        HikariDataSource pool =
                DataSourceUnwrapper.unwrap(dataSource, HikariConfigMXBean.class, HikariDataSource.class);
        if (pool != null) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }

    /** Whether the database is embedded: only one process can open it, so any other registered node is gone. */
    static boolean isEmbedded(String url) {
        String text = url.toLowerCase(Locale.ROOT);
        return text.startsWith("jdbc:h2:")
                && !text.startsWith("jdbc:h2:tcp:")
                && !text.startsWith("jdbc:h2:ssl:")
                && !text.contains("auto_server=true");
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown-host";
        }
    }
}
