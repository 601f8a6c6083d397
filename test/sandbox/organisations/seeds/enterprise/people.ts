import type { PersonDescription } from '../../description';

/** Everyone who turns up anywhere in the organisation. */
export const people: PersonDescription[] = [
  { handle: 'mara.lindqvist', name: 'Mara Lindqvist', twoFactor: true },
  { handle: 'tomas.vidal', name: 'Tomás Vidal' },
  { handle: 'bjorn.astrom', name: 'Björn Åström' },
  { handle: 'aiko.hayashida', name: '早田 愛子' },
  { handle: 'gus.moreau', name: 'Gus Moreau' },
  { handle: 'noor.haddad', name: 'نور حداد' },
  { handle: 'wen.qiao', name: 'Wen Qiao' },
  { handle: 'ines.carvalho', name: 'Inês Carvalho' },
  { handle: 'lukasz.zak', name: 'Łukasz Żak' },
  { handle: 'siobhan.nibhriain', name: 'Siobhán Ní Bhriain' },
  { handle: 'dimitra.pappa', name: 'Δήμητρα Παππά' },
  { handle: 'felix.brandt', name: 'Felix Brandt' },
  { handle: 'ruth.abebe', name: 'Ruth Abebe' },
  { handle: 'kofi.annor', name: 'Kofi Annor' },
  { handle: 'hana.novotna', name: 'Hana Novotná' },
  { handle: 'omar.saidi', name: 'Omar Saïdi' },
  { handle: 'priya.raman', name: 'Priya Raman' },
  { handle: 'elif.demirci', name: 'Elif Demirci' },
  { handle: 'jonas.weiss', name: 'Jonas Weiß' },
  { handle: 'tui.parata', name: 'Tui Parata' },
  { handle: 'deploy-bot', name: null },
  { handle: 'zoe.nunez', name: 'Zoë Núñez 🧪' },
  { handle: 'marek.hruby', name: 'Marek Hrubý' },
  { handle: 'anouk.visser', name: 'Anouk Visser' },
  { handle: 'sami.laine', name: 'Sami Laine' },
  {
    handle: 'new.joiner',
    name: null,
    email: 'new.joiner@example.com',
  },
  // People of other companies.
  {
    handle: 'pavel.contractor',
    name: 'Pavel D.',
    email: 'pavel@contractors.example.net',
  },
  {
    handle: 'agency.designer',
    name: 'Robin (Agency)',
    email: 'robin@agency.example.net',
  },
  {
    handle: 'auditor',
    name: 'External Auditor',
    email: 'auditor@audit.example.net',
  },
  {
    handle: 'river.freelance',
    name: 'River Stone',
    email: 'River.Stone@example.net',
  },
  { handle: 'weekend.helper', name: 'Ola', email: 'ola@example.net' },
  { handle: 'guild.friend', name: 'Sol', email: 'sol@example.net' },
  { handle: 'invited.longago', name: null, email: 'gone@example.net' },
];
