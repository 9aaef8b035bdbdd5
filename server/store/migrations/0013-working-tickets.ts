import { type Kysely, sql } from 'kysely'

/** What a team works with: priority, tags, teams, notes with mentions, saved views, and how long a customer waits. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table teams (
    id uuid primary key,
    name text not null,
    created_at timestamptz not null
  )`,
  `create unique index teams_name on teams (lower(name))`,
  `create table team_members (
    team_id uuid not null references teams on delete cascade,
    member_id uuid not null references members,
    primary key (team_id, member_id)
  )`,
  `create index team_members_of_member on team_members (member_id)`,

  // waiting_since: the first customer message no agent has answered; it holds over a close that is undone (W-12).
  `alter table tickets
    add priority text not null default 'normal' check (priority in ('normal', 'high')),
    add team_id uuid references teams on delete set null,
    add waiting_since timestamptz`,
  `update tickets set waiting_since = last_customer_at
    where last_customer_at > coalesce(last_agent_at, '-infinity')`,

  // D-5: several a ticket; their names are the merchant's.
  `create table tags (
    id uuid primary key,
    name text not null,
    created_at timestamptz not null
  )`,
  `create unique index tags_name on tags (lower(name))`,
  `create table ticket_tags (
    ticket_id uuid not null references tickets,
    tag_id uuid not null references tags on delete cascade,
    primary key (ticket_id, tag_id)
  )`,
  `create index ticket_tags_of_tag on ticket_tags (tag_id, ticket_id)`,

  // a note is no message: nothing that leaves the house ever looks at this table.
  `create table notes (
    id uuid primary key,
    ticket_id uuid not null references tickets,
    member_id uuid not null references members,
    text text not null,
    at timestamptz not null
  )`,
  `create index notes_of_ticket on notes (ticket_id)`,
  `create table mentions (
    note_id uuid not null references notes,
    member_id uuid not null references members,
    ticket_id uuid not null references tickets,
    at timestamptz not null,
    seen_at timestamptz,
    primary key (note_id, member_id)
  )`,
  `create index mentions_of_ticket on mentions (ticket_id, member_id)`,
  `create index mentions_of_member on mentions (member_id, ticket_id)`,
  `create index mentions_unseen on mentions (member_id) where seen_at is null`,

  `alter table events drop constraint events_type_check`,
  `alter table events add constraint events_type_check check (type in (
    'message', 'status', 'seen', 'assigned', 'blocked', 'delivery', 'keyword', 'clicked', 'file',
    'note', 'tags', 'priority', 'spam'))`,

  // S-5: an agent's own filters; private unless shared. body is a protocol's savedView, parsed where it is read.
  `create table saved_views (
    id uuid primary key,
    member_id uuid not null references members,
    shared boolean not null,
    name text not null,
    body jsonb not null,
    created_at timestamptz not null
  )`,

  // S-8: what is marked spam stands in no counter but its own.
  `create or replace function keep_view_counts() returns trigger language plpgsql as $$
  declare
    nobody constant uuid := '00000000-0000-0000-0000-000000000000';
    was_on boolean := tg_op = 'UPDATE' and old.status = 'open' and not old.spam;
    is_on boolean := new.status = 'open' and not new.spam;
    was_unread boolean := was_on and old.unread;
    is_unread boolean := is_on and new.unread;
    was_spam boolean := tg_op = 'UPDATE' and old.spam and old.status <> 'closed';
    is_spam boolean := new.spam and new.status <> 'closed';
    was_in uuid := case when was_on then coalesce(old.assignee_id, nobody) end;
    is_in uuid := case when is_on then coalesce(new.assignee_id, nobody) end;
  begin
    if was_unread <> is_unread then
      perform count_in('unread', nobody, case when is_unread then 1 else -1 end);
    end if;
    if was_spam <> is_spam then
      perform count_in('spam', nobody, case when is_spam then 1 else -1 end);
    end if;
    if was_in is distinct from is_in then
      if was_in is not null then perform count_in('open', was_in, -1); end if;
      if is_in is not null then perform count_in('open', is_in, 1); end if;
    end if;
    return null;
  end $$`,
  `drop trigger keep_view_counts on tickets`,
  `create trigger keep_view_counts after insert or update of status, unread, assignee_id, spam on tickets
    for each row execute function keep_view_counts()`,
  // What the old trigger counted, counted anew.
  `delete from view_counts`,
  `insert into view_counts (view, member_id, shard, n)
    select 'open', coalesce(assignee_id, '00000000-0000-0000-0000-000000000000'), 0, count(*)
      from tickets where status = 'open' and not spam group by 2
    union all
    select 'unread', '00000000-0000-0000-0000-000000000000', 0, count(*)
      from tickets where status = 'open' and not spam and unread
    union all
    select 'spam', '00000000-0000-0000-0000-000000000000', 0, count(*)
      from tickets where status <> 'closed' and spam`,
]
