package nl.schoolgang.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.schoolgang.gemeente.Gemeente;
import nl.schoolgang.gemeente.Gemeenten;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.gemeente.Rol;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TenantEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * Shows the engine our own employees: users, groups (= role codes) and tenants (= municipalities). Read-only, so the
 * engine can make no user and its set-up page has nothing to do. Only Cockpit reads it, hence a user's tenants are the
 * municipalities for which that user may enter Cockpit. Whoever is logged in sees colleagues of those only.
 */
final class Medewerkersbron implements ReadOnlyIdentityProvider {

    private final Medewerkers medewerkers;
    private final Gemeenten gemeenten;

    Medewerkersbron(Medewerkers medewerkers, Gemeenten gemeenten) {
        this.medewerkers = medewerkers;
        this.gemeenten = gemeenten;
    }

    @Override
    public User findUserById(String gebruikersnaam) {
        return medewerkers.metNaam(gebruikersnaam).map(Medewerkersbron::alsUser).orElse(null);
    }

    @Override
    public UserQuery createUserQuery() {
        return new Gebruikersvraag();
    }

    @Override
    public UserQuery createUserQuery(CommandContext context) {
        return new Gebruikersvraag();
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("Vrije vragen over gebruikers zijn er niet.");
    }

    /** Always false: nobody logs in at the engine; there is one log-in, in front of it. */
    @Override
    public boolean checkPassword(String gebruikersnaam, String wachtwoord) {
        return false;
    }

    @Override
    public Group findGroupById(String rol) {
        return groepen(null).filter(g -> g.getId().equals(rol)).findFirst().orElse(null);
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new Groepenvraag();
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext context) {
        return new Groepenvraag();
    }

    @Override
    public Tenant findTenantById(String gemeente) {
        return gemeenten.metCode(gemeente).map(Medewerkersbron::alsTenant).orElse(null);
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new Gemeentenvraag();
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext context) {
        return new Gemeentenvraag();
    }

    @Override
    public void flush() {
        // Nothing is written.
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    private Stream<Group> groepen(String gebruikersnaam) {
        Set<Rol> rollen = gebruikersnaam == null ? Set.of(Rol.values()) : medewerkers.metNaam(gebruikersnaam)
                .map(m -> Set.copyOf(m.rollen().values().stream().flatMap(Set::stream).toList())).orElse(Set.of());
        return Arrays.stream(Rol.values()).filter(rollen::contains).map(Medewerkersbron::alsGroup);
    }

    private Set<String> cockpitGemeenten(String gebruikersnaam) {
        return medewerkers.metNaam(gebruikersnaam).map(m -> m.gemeentenMet(Recht.COCKPIT)).orElse(Set.of());
    }

    /** Null when nobody is logged in to the engine: then it asks for itself. */
    private static Set<String> eigenGemeenten() {
        Authentication wie = Context.getCommandContext().getAuthentication();
        if (wie == null || wie.getUserId() == null) {
            return null;
        }
        return wie.getTenantIds() == null ? Set.of() : Set.copyOf(wie.getTenantIds());
    }

    private static User alsUser(Medewerker medewerker) {
        UserEntity user = new UserEntity(medewerker.gebruikersnaam());
        user.setFirstName(medewerker.naam());
        user.setLastName("");
        return user;
    }

    private static Group alsGroup(Rol rol) {
        GroupEntity group = new GroupEntity(rol.code());
        group.setName(rol.naam());
        group.setType("SCHOOLGANG");
        return group;
    }

    private static Tenant alsTenant(Gemeente gemeente) {
        TenantEntity tenant = new TenantEntity(gemeente.code());
        tenant.setName(gemeente.naam());
        return tenant;
    }

    private static boolean past(String waarde, String gelijk, String[] een, String patroon) {
        return (gelijk == null || gelijk.equals(waarde))
                && (een == null || Arrays.asList(een).contains(waarde))
                && (patroon == null || lijkt(waarde, patroon));
    }

    private static boolean lijkt(String waarde, String patroon) {
        StringBuilder regel = new StringBuilder();
        patroon.chars().forEach(c -> regel.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf((char) c))));
        return Pattern.compile(regel.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL).matcher(Objects.toString(waarde, "")).matches();
    }

    private static <T> List<T> deel(List<T> alle, Page page) {
        return page == null ? alle : alle.stream().skip(page.getFirstResult()).limit(page.getMaxResults()).toList();
    }

    private final class Gebruikersvraag extends UserQueryImpl {

        private static final long serialVersionUID = 1L;

        private Gebruikersvraag() {
            super(Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
        }

        @Override
        public long executeCount(CommandContext context) {
            return alle().size();
        }

        @Override
        public List<User> executeList(CommandContext context, Page page) {
            return deel(alle(), page);
        }

        private List<User> alle() {
            if (procDefId != null) {
                return List.of();
            }
            Set<String> eigen = eigenGemeenten();
            Predicate<Medewerker> zichtbaar = m -> eigen == null || m.gemeenten().stream().anyMatch(eigen::contains);
            return medewerkers.alle().stream().filter(zichtbaar)
                    .filter(m -> tenantId == null || m.gemeenten().contains(tenantId))
                    .filter(m -> groupId == null || m.rollen().entrySet().stream()
                            .filter(e -> eigen == null || eigen.contains(e.getKey()))
                            .flatMap(e -> e.getValue().stream()).anyMatch(r -> r.code().equals(groupId)))
                    .filter(m -> past(m.gebruikersnaam(), id, ids, null) && past(m.naam(), firstName, null, firstNameLike)
                            && past("", lastName, null, lastNameLike) && past(m.email(), email, null, emailLike))
                    .map(Medewerkersbron::alsUser).toList();
        }
    }

    private final class Groepenvraag extends GroupQueryImpl {

        private static final long serialVersionUID = 1L;

        private Groepenvraag() {
            super(Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
        }

        @Override
        public long executeCount(CommandContext context) {
            return alle().size();
        }

        @Override
        public List<Group> executeList(CommandContext context, Page page) {
            return deel(alle(), page);
        }

        private List<Group> alle() {
            if (procDefId != null || tenantId != null) {
                return List.of();
            }
            return groepen(userId).filter(g -> past(g.getId(), id, ids, null) && past(g.getName(), name, null, nameLike)
                    && past(g.getType(), type, null, null)).toList();
        }
    }

    private final class Gemeentenvraag extends TenantQueryImpl {

        private static final long serialVersionUID = 1L;

        private Gemeentenvraag() {
            super(Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
        }

        @Override
        public long executeCount(CommandContext context) {
            return alle().size();
        }

        @Override
        public List<Tenant> executeList(CommandContext context, Page page) {
            return deel(alle(), page);
        }

        private List<Tenant> alle() {
            if (groupId != null) {
                return List.of();
            }
            Set<String> eigen = eigenGemeenten();
            Set<String> vanGebruiker = userId == null ? null : cockpitGemeenten(userId);
            return gemeenten.alle().stream().filter(g -> eigen == null || eigen.contains(g.code()))
                    .filter(g -> vanGebruiker == null || vanGebruiker.contains(g.code()))
                    .filter(g -> past(g.code(), id, ids, null) && past(g.naam(), name, null, nameLike))
                    .map(Medewerkersbron::alsTenant).toList();
        }
    }
}
