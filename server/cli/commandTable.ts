import type { CommandSpec } from './command'

/** Lists every command of `npm run -s cli -- …`; heavy code is imported only by the command that needs it. */
export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'align suggest',
    usage: 'align suggest --village FILE --catalogue FILE [--top 5]',
    load: () => import('./commands/align'),
  },
  {
    name: 'catalogue parse',
    usage: 'catalogue parse FILE [--sheet NAME]',
    load: () => import('./commands/catalogue/parse'),
  },
  {
    name: 'catalogue import',
    usage: 'catalogue import FILE --org CODE [--sheet NAME] [--area NAME] [--draft]',
    load: () => import('./commands/catalogue/import'),
  },
  {
    name: 'catalogue export',
    usage: 'catalogue export FILE --org CODE [--area NAME]',
    load: () => import('./commands/catalogue/export'),
  },
  {
    name: 'deadline parse',
    usage: 'deadline parse TEXT | --lines FILE',
    load: () => import('./commands/deadline').then(({ parseCommand }) => parseCommand),
  },
  {
    name: 'deadline due',
    usage: 'deadline due TEXT --event YYYY-MM-DD [--condition WORDS] [--holidays FILE]',
    load: () => import('./commands/deadline').then(({ dueCommand }) => dueCommand),
  },
  {
    name: 'holidays import',
    usage: 'holidays import FILE --source TEXT --url URL',
    load: () => import('./commands/holidays'),
  },
  {
    name: 'present',
    usage: 'present --item FILE --content FILE [--side government|village]',
    load: () => import('./commands/present'),
  },
  {
    name: 'privacy scan',
    usage: 'privacy scan FILE… | --lines FILE',
    load: () => import('./commands/privacy'),
  },
  {
    name: 'micropower check',
    usage: 'micropower check FILE',
    load: () => import('./commands/microPower'),
  },
  {
    name: 'ledger export',
    usage: 'ledger export FILE',
    load: () => import('./commands/ledger').then(({ exporting }) => exporting),
  },
  {
    name: 'ledger verify',
    usage: 'ledger verify EXPORT [--checkpoint FILE] [--key HEX]',
    load: () => import('./commands/ledgerVerify'),
  },
  {
    name: 'data export',
    usage: 'data export DIR',
    load: () => import('./commands/data').then(({ exporting }) => exporting),
  },
  {
    name: 'data import',
    usage: 'data import DIR',
    load: () => import('./commands/data').then(({ importing }) => importing),
  },
  {
    name: 'orgs import',
    usage: 'orgs import FILE',
    load: () => import('./commands/orgs').then(({ importing }) => importing),
  },
  {
    name: 'orgs rename',
    usage: 'orgs rename CODE --name NAME (--approval TEXT [--day YYYY-MM-DD] | --typo)',
    load: () => import('./commands/orgChanges').then(({ renaming }) => renaming),
  },
  {
    name: 'orgs merge',
    usage: 'orgs merge CODE --into CODE --approval TEXT [--day YYYY-MM-DD]',
    load: () => import('./commands/orgChanges').then(({ merging }) => merging),
  },
  {
    name: 'orgs move',
    usage: 'orgs move CODE --to STREET --approval TEXT [--day YYYY-MM-DD]',
    load: () => import('./commands/orgChanges').then(({ moving }) => moving),
  },
  {
    name: 'admins first',
    usage: 'admins first [USER --role ROLE --org CODE]',
    load: () => import('./commands/orgs').then(({ appointing }) => appointing),
  },
  {
    name: 'roles give',
    usage: 'roles give USER --role ROLE --org CODE --name NAME [--title TEXT] [--to YYYY-MM-DD]',
    load: () => import('./commands/people').then(({ givingRole }) => givingRole),
  },
  {
    name: 'roster import',
    usage: 'roster import FILE --org CODE',
    load: () => import('./commands/people').then(({ importingRoster }) => importingRoster),
  },
  {
    name: 'jobs list',
    usage: 'jobs list [--json]',
    load: () => import('./commands/jobs').then(({ listing }) => listing),
  },
  {
    name: 'jobs retry',
    usage: 'jobs retry ID… [--json]',
    load: () => import('./commands/jobs').then(({ retrying }) => retrying),
  },
  {
    name: 'doctor',
    usage: 'doctor [--json]',
    load: () => import('./doctor'),
  },
  {
    name: 'witness',
    usage: 'witness URL [--dir DIR] [--every SECONDS] [--port PORT] [--compare URL] [--json]',
    load: () => import('./witness'),
  },
  {
    name: 'retention report',
    usage: 'retention report [--json]',
    load: () => import('./commands/keeping/retention').then(({ report }) => report),
  },
  {
    name: 'audit syslog',
    usage: 'audit syslog [--after FILE]',
    load: () => import('./commands/keeping/syslog').then(({ syslog }) => syslog),
  },
  {
    name: 'losses list',
    usage: 'losses list [--json]',
    load: () => import('./commands/losses').then(({ listing }) => listing),
  },
  {
    name: 'losses acknowledge',
    usage: 'losses acknowledge COLLECTION --rows N --reason TEXT [--json]',
    load: () => import('./commands/losses').then(({ acknowledging }) => acknowledging),
  },
  {
    name: 'application clock',
    usage: 'application clock FILE | --lines FILE [--holidays FILE]',
    load: () => import('./commands/applications/clock'),
  },
  {
    name: 'application fee',
    usage: 'application fee --items N | --pages N',
    load: () => import('./commands/applications/application').then(({ fee }) => fee),
  },
  {
    name: 'application check',
    usage: 'application check FILE',
    load: () => import('./commands/applications/application').then(({ check }) => check),
  },
  {
    name: 'application annual',
    usage: 'application annual FILE --year Y',
    load: () => import('./commands/applications/application').then(({ annual }) => annual),
  },
  {
    name: 'annual tables',
    usage: 'annual tables FILE',
    load: () => import('./commands/applications/annualTables'),
  },
  {
    name: 'backup check',
    usage: 'backup check FOLDER',
    load: () => import('./commands/backup').then(({ checking }) => checking),
  },
  {
    name: 'backup drill',
    usage: 'backup drill FOLDER',
    load: () => import('./commands/restore').then(({ drilling }) => drilling),
  },
  {
    name: 'backup prune',
    usage: 'backup prune DIR',
    load: () => import('./commands/backup').then(({ pruning }) => pruning),
  },
  {
    name: 'backup',
    usage: 'backup DIR [--keep-days 30]',
    load: () => import('./commands/backup').then(({ making }) => making),
  },
  {
    name: 'restore',
    usage: 'restore FOLDER',
    load: () => import('./commands/restore').then(({ restoring }) => restoring),
  },
  {
    name: 'migrate',
    usage: 'migrate --dry-run | --backup DIR | --no-backup',
    load: () => import('./commands/migrate'),
  },
]
