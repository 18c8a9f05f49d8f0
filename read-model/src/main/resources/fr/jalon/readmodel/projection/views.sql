-- For analysts: one view per kind of fact, as known now, with typed columns. `possible` and `certain` are ranges of
-- days; who wants the state on a day asks for `possible @> date '2023-06-01'`.

create view name as
select territory, split_part(key, '/', 1) as kind, split_part(key, '/', 2) as id, value ->> 'name' as name
from span
where subject = 'name' and upper_inf(recorded);

create view outlook as
select territory, key::uuid as entry_id, value ->> 'type' as type, value ->> 'status' as status, since as effective,
       value - 'type' - 'status' as attributes, possible, contested
from span
where subject = 'outlook' and upper_inf(recorded);

create view perimeter as
select s.territory, s.value ->> 'kind' as kind,
       array(select jsonb_array_elements_text(s.value -> 'departments')) as departments,
       s.value ->> 'description' as description, s.since, s.until, s.possible, s.certain, s.contested,
       s.entries
from span s
where s.subject = 'perimeter' and upper_inf(s.recorded);

create view programme as
select s.territory, s.value -> 'programme' ->> 'id' as programme, programme_name.name as programme_name,
       s.value ->> 'phase' as phase, s.since, s.until, s.possible, s.certain, s.contested, s.entries
from span s
    left join name programme_name
        on (programme_name.territory, programme_name.kind, programme_name.id)
         = (s.territory, 'programme', s.value -> 'programme' ->> 'id')
where s.subject = 'programme' and upper_inf(s.recorded);

create view worksite as
select s.territory, s.value -> 'worksite' ->> 'id' as worksite, worksite_name.name as worksite_name,
       s.value -> 'worksite' ->> 'siret' as siret, s.value -> 'worksite' ->> 'department' as department,
       s.value -> 'programme' ->> 'id' as programme, programme_name.name as programme_name, s.since, s.until,
       s.possible, s.certain, s.contested, s.entries
from span s
    left join name worksite_name
        on (worksite_name.territory, worksite_name.kind, worksite_name.id)
         = (s.territory, 'worksite', s.value -> 'worksite' ->> 'id')
    left join name programme_name
        on (programme_name.territory, programme_name.kind, programme_name.id)
         = (s.territory, 'programme', s.value -> 'programme' ->> 'id')
where s.subject = 'worksite' and upper_inf(s.recorded);

create view figure as
select s.territory, s.value -> 'indicator' ->> 'id' as indicator, indicator_name.name as indicator_name,
       s.value -> 'programme' ->> 'id' as programme, programme_name.name as programme_name,
       (s.value ->> 'value')::numeric as value, s.value ->> 'unit' as unit, s.value ->> 'trend' as trend,
       s.value ->> 'description' as description, s.since, s.until, s.possible, s.certain, s.contested,
       s.entries
from span s
    left join name indicator_name
        on (indicator_name.territory, indicator_name.kind, indicator_name.id)
         = (s.territory, 'indicator', s.value -> 'indicator' ->> 'id')
    left join name programme_name
        on (programme_name.territory, programme_name.kind, programme_name.id)
         = (s.territory, 'programme', s.value -> 'programme' ->> 'id')
where s.subject = 'figure' and upper_inf(s.recorded);

create view coordination_carrier as
select s.territory, s.value -> 'carrier' ->> 'id' as carrier, carrier_name.name as carrier_name, s.since,
       s.until, s.possible, s.certain, s.contested, s.entries
from span s
    left join name carrier_name
        on (carrier_name.territory, carrier_name.kind, carrier_name.id)
         = (s.territory, 'organisation', s.value -> 'carrier' ->> 'id')
where s.subject = 'coordination-carrier' and upper_inf(s.recorded);

create view coordinator as
select s.territory, s.value -> 'person' ->> 'id' as person, person_name.name as person_name, s.since,
       s.until, s.possible, s.certain, s.contested, s.entries
from span s
    left join name person_name
        on (person_name.territory, person_name.kind, person_name.id)
         = (s.territory, 'person', s.value -> 'person' ->> 'id')
where s.subject = 'coordinator' and upper_inf(s.recorded);

create view team as
select s.territory, s.value -> 'position' ->> 'id' as "position", position_name.name as position_name,
       s.value ->> 'role' as role, s.value ->> 'contract' as contract,
       s.value -> 'person' ->> 'id' as person, person_name.name as person_name, s.since, s.until, s.possible,
       s.certain, s.contested, s.entries
from span s
    left join name position_name
        on (position_name.territory, position_name.kind, position_name.id)
         = (s.territory, 'position', s.value -> 'position' ->> 'id')
    left join name person_name
        on (person_name.territory, person_name.kind, person_name.id)
         = (s.territory, 'person', s.value -> 'person' ->> 'id')
where s.subject = 'team' and upper_inf(s.recorded);

create view recruitment as
select s.territory, s.value -> 'recruitment' ->> 'id' as recruitment,
       recruitment_name.name as recruitment_name, s.value ->> 'role' as role,
       (s.value ->> 'positions')::integer as positions, s.since, s.until, s.possible, s.certain, s.contested,
       s.entries
from span s
    left join name recruitment_name
        on (recruitment_name.territory, recruitment_name.kind, recruitment_name.id)
         = (s.territory, 'recruitment', s.value -> 'recruitment' ->> 'id')
where s.subject = 'recruitment' and upper_inf(s.recorded);

create view funding as
select s.territory, s.value -> 'funding' ->> 'id' as funding, funding_name.name as funding_name,
       s.value -> 'funder' ->> 'id' as funder, funder_name.name as funder_name,
       s.value -> 'programme' ->> 'id' as programme, programme_name.name as programme_name,
       s.value ->> 'purpose' as purpose, s.value ->> 'budgetLine' as budget_line,
       s.value ->> 'direction' as direction, (s.value -> 'amount' ->> 'value')::numeric as amount,
       s.value -> 'amount' ->> 'currency' as currency,
       s.since, s.until, s.possible, s.certain, s.contested, s.entries
from span s
    left join name funding_name
        on (funding_name.territory, funding_name.kind, funding_name.id)
         = (s.territory, 'funding', s.value -> 'funding' ->> 'id')
    left join name funder_name
        on (funder_name.territory, funder_name.kind, funder_name.id)
         = (s.territory, 'organisation', s.value -> 'funder' ->> 'id')
    left join name programme_name
        on (programme_name.territory, programme_name.kind, programme_name.id)
         = (s.territory, 'programme', s.value -> 'programme' ->> 'id')
where s.subject = 'funding' and upper_inf(s.recorded);

create view funding_gap as
select s.territory, s.value -> 'gap' ->> 'id' as gap, gap_name.name as gap_name,
       s.value -> 'programme' ->> 'id' as programme, programme_name.name as programme_name,
       s.value ->> 'description' as description, (s.value -> 'amount' ->> 'value')::numeric as amount,
       s.value -> 'amount' ->> 'currency' as currency, s.since, s.until, s.possible, s.certain, s.contested,
       s.entries
from span s
    left join name gap_name
        on (gap_name.territory, gap_name.kind, gap_name.id)
         = (s.territory, 'gap', s.value -> 'gap' ->> 'id')
    left join name programme_name
        on (programme_name.territory, programme_name.kind, programme_name.id)
         = (s.territory, 'programme', s.value -> 'programme' ->> 'id')
where s.subject = 'funding-gap' and upper_inf(s.recorded);

create view support as
select s.territory, s.value -> 'institution' ->> 'id' as institution,
       institution_name.name as institution_name, s.value ->> 'stance' as stance,
       s.value -> 'programme' ->> 'id' as programme, programme_name.name as programme_name,
       s.value ->> 'description' as description, s.since, s.until, s.possible, s.certain, s.contested,
       s.entries
from span s
    left join name institution_name
        on (institution_name.territory, institution_name.kind, institution_name.id)
         = (s.territory, 'organisation', s.value -> 'institution' ->> 'id')
    left join name programme_name
        on (programme_name.territory, programme_name.kind, programme_name.id)
         = (s.territory, 'programme', s.value -> 'programme' ->> 'id')
where s.subject = 'support' and upper_inf(s.recorded);

create view policy as
select s.territory, s.value -> 'policy' ->> 'id' as policy, policy_name.name as policy_name,
       s.value -> 'owner' ->> 'id' as owner, owner_name.name as owner_name,
       s.value ->> 'description' as description, s.since, s.until, s.possible, s.certain, s.contested,
       s.entries
from span s
    left join name policy_name
        on (policy_name.territory, policy_name.kind, policy_name.id)
         = (s.territory, 'policy', s.value -> 'policy' ->> 'id')
    left join name owner_name
        on (owner_name.territory, owner_name.kind, owner_name.id)
         = (s.territory, 'organisation', s.value -> 'owner' ->> 'id')
where s.subject = 'policy' and upper_inf(s.recorded);

create view partnership as
select s.territory, s.value -> 'partner' ->> 'id' as partner, partner_name.name as partner_name,
       s.value ->> 'topic' as topic, s.value ->> 'description' as description, s.since, s.until, s.possible,
       s.certain, s.contested, s.entries
from span s
    left join name partner_name
        on (partner_name.territory, partner_name.kind, partner_name.id)
         = (s.territory, 'organisation', s.value -> 'partner' ->> 'id')
where s.subject = 'partnership' and upper_inf(s.recorded);

create view project as
select s.territory, s.value -> 'project' ->> 'id' as project, project_name.name as project_name,
       s.value ->> 'topic' as topic, s.value -> 'carrier' ->> 'id' as carrier,
       carrier_name.name as carrier_name,
       array(select thing ->> 'id' from jsonb_array_elements(s.value -> 'supporters') thing) as supporters,
       s.value ->> 'description' as description, s.since, s.until, s.possible, s.certain, s.contested,
       s.entries
from span s
    left join name project_name
        on (project_name.territory, project_name.kind, project_name.id)
         = (s.territory, 'project', s.value -> 'project' ->> 'id')
    left join name carrier_name
        on (carrier_name.territory, carrier_name.kind, carrier_name.id)
         = (s.territory, 'organisation', s.value -> 'carrier' ->> 'id')
where s.subject = 'project' and upper_inf(s.recorded);

create view study as
select s.territory, s.value -> 'study' ->> 'id' as study, study_name.name as study_name,
       s.value ->> 'question' as question, s.value ->> 'description' as description, s.since, s.until,
       s.possible, s.certain, s.contested, s.entries
from span s
    left join name study_name
        on (study_name.territory, study_name.kind, study_name.id)
         = (s.territory, 'study', s.value -> 'study' ->> 'id')
where s.subject = 'study' and upper_inf(s.recorded);

create view watchpoint as
select s.territory, s.value -> 'watchpoint' ->> 'id' as watchpoint, watchpoint_name.name as watchpoint_name,
       s.value ->> 'kind' as kind, s.value ->> 'topic' as topic, s.value ->> 'description' as description,
       s.since, s.until, s.possible, s.certain, s.contested, s.entries
from span s
    left join name watchpoint_name
        on (watchpoint_name.territory, watchpoint_name.kind, watchpoint_name.id)
         = (s.territory, 'watchpoint', s.value -> 'watchpoint' ->> 'id')
where s.subject = 'watchpoint' and upper_inf(s.recorded);

create view meeting as
select s.territory, s.value -> 'meeting' ->> 'id' as meeting, meeting_name.name as meeting_name,
       s.value ->> 'level' as level, (s.value ->> 'remote')::boolean as remote,
       array(select thing ->> 'id' from jsonb_array_elements(s.value -> 'participants') thing) as participants,
       array(select jsonb_array_elements_text(s.value -> 'agenda')) as agenda,
       s.since, s.until, s.possible, s.certain, s.contested, s.entries
from span s
    left join name meeting_name
        on (meeting_name.territory, meeting_name.kind, meeting_name.id)
         = (s.territory, 'meeting', s.value -> 'meeting' ->> 'id')
where s.subject = 'meeting' and upper_inf(s.recorded);
