package org.acmconversation.engine.identity;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The members of groups, whatever the login provider. */
@Component
public class Colleagues {

    private final IdentityService identityService;
    private final ObjectProvider<ExternalUserSource> externalUsers;

    Colleagues(IdentityService identityService, ObjectProvider<ExternalUserSource> externalUsers) {
        this.identityService = identityService;
        this.externalUsers = externalUsers;
    }

    /** Returns the members of any of the groups, by name. */
    public List<Colleague> of(Collection<String> groups) {
        return groups.stream()
                .flatMap(this::members)
                .distinct()
                .sorted(Comparator.comparing(Colleague::name).thenComparing(Colleague::id))
                .toList();
    }

    /** Returns a person's email address from the account or the last login; empty if none is known. */
    public Optional<String> email(String user) {
        ExternalUserSource source = externalUsers.getIfAvailable();
        return source != null
                ? source.email(user)
                : Optional.ofNullable(
                                identityService.createUserQuery().userId(user).singleResult())
                        .map(User::getEmail)
                        .filter(address -> !address.isBlank());
    }

    /** Returns a person's name from the account or the last login; empty if none is known. */
    public Optional<String> name(String user) {
        ExternalUserSource source = externalUsers.getIfAvailable();
        return source != null
                ? source.name(user)
                : Optional.ofNullable(
                                identityService.createUserQuery().userId(user).singleResult())
                        .map(account -> colleague(account).name());
    }

    private Stream<Colleague> members(String group) {
        ExternalUserSource source = externalUsers.getIfAvailable();
        return source != null
                ? source.members(group).stream()
                : identityService.createUserQuery().memberOfGroup(group).list().stream()
                        .map(Colleagues::colleague);
    }

    private static Colleague colleague(User user) {
        String name = Stream.of(user.getFirstName(), user.getLastName())
                .filter(part -> part != null && !part.isBlank())
                .reduce("%s %s"::formatted)
                .orElse(user.getId());
        return new Colleague(user.getId(), name);
    }
}
