package org.qibu.matter.page.api;

import java.security.Principal;
import java.util.List;
import org.qibu.community.Person;
import org.qibu.community.Persons;
import org.qibu.matter.access.NothingThere;
import org.qibu.matter.access.StaffAccess;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds the people of a community while somebody types, for the staff of that community. */
@RestController
class PersonsApi {

    private static final int MOST = 20;

    private final StaffAccess staffAccess;
    private final Persons persons;

    PersonsApi(StaffAccess staffAccess, Persons persons) {
        this.staffAccess = staffAccess;
        this.persons = persons;
    }

    /** As much of a person as a choice needs. */
    record Choice(String personNo, String name, String role) {

        static Choice of(Person person) {
            return new Choice(person.personNo(), person.name(), person.role());
        }
    }

    @GetMapping("/api/communities/{code}/persons")
    List<Choice> persons(@PathVariable String code, @RequestParam(defaultValue = "") String q, Principal user) {
        if (!staffAccess.isOf(code, user)) {
            throw new NothingThere("没有找到这个社区。");
        }
        return persons.search(code, q.strip(), MOST).stream().map(Choice::of).toList();
    }
}
