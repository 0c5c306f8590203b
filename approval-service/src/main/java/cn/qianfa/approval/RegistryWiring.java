package cn.qianfa.approval;

import cn.qianfa.approval.registry.AppointStaff;
import cn.qianfa.approval.registry.CloseAccount;
import cn.qianfa.approval.registry.EndAppointment;
import cn.qianfa.approval.registry.FileAccount;
import cn.qianfa.approval.registry.FirstRegistration;
import cn.qianfa.approval.registry.Jurisdiction;
import cn.qianfa.approval.registry.ReadRegistry;
import cn.qianfa.approval.registry.Register.Accounts;
import cn.qianfa.approval.registry.Register.Appointments;
import cn.qianfa.approval.registry.Register.Units;
import cn.qianfa.approval.registry.RegisterAccount;
import cn.qianfa.approval.registry.RegisterUnit;
import cn.qianfa.approval.registry.StoredUnitTree;
import cn.qianfa.approval.registry.UnitTree;
import java.time.InstantSource;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Units, accounts and staff. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RegistrySettings.class)
class RegistryWiring {
    @Bean
    UnitTree unitTree(Units units) {
        return new StoredUnitTree(units);
    }

    @Bean
    Jurisdiction jurisdiction(UnitTree units) {
        return new Jurisdiction(units);
    }

    @Bean
    RegisterUnit registerUnit(Units units, Jurisdiction jurisdiction, InstantSource clock) {
        return new RegisterUnit(units, jurisdiction, clock);
    }

    @Bean
    RegisterAccount registerAccount(Accounts accounts, Units units, Jurisdiction jurisdiction, InstantSource clock) {
        return new RegisterAccount(accounts, units, jurisdiction, clock);
    }

    @Bean
    FileAccount fileAccount(Accounts accounts, Jurisdiction jurisdiction, InstantSource clock) {
        return new FileAccount(accounts, jurisdiction, clock);
    }

    @Bean
    CloseAccount closeAccount(Accounts accounts, Jurisdiction jurisdiction, InstantSource clock) {
        return new CloseAccount(accounts, jurisdiction, clock);
    }

    @Bean
    AppointStaff appointStaff(Appointments appointments, Units units, Jurisdiction jurisdiction, InstantSource clock) {
        return new AppointStaff(appointments, units, jurisdiction, clock);
    }

    @Bean
    EndAppointment endAppointment(Appointments appointments, Jurisdiction jurisdiction, InstantSource clock) {
        return new EndAppointment(appointments, jurisdiction, clock);
    }

    @Bean
    ReadRegistry readRegistry(Units units, Accounts accounts, Appointments appointments, Jurisdiction jurisdiction) {
        return new ReadRegistry(units, accounts, appointments, jurisdiction);
    }

    @Bean
    ApplicationRunner firstRegistration(
            RegistrySettings settings, Units units, Appointments appointments, InstantSource clock) {
        var first = new FirstRegistration(units, appointments, clock);
        return arguments -> first.register(settings.district(), settings.admin());
    }
}
