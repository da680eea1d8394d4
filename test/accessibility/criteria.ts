/** The test that holds a criterion: its file below `test/`, and words of a title in it. */
interface ByTest {
  test: readonly [file: string, title: string];
}

/** What no test can tell: what to do by hand, and what to expect. */
interface ByHand {
  manual: string;
}

/** Why there is nothing in the panel that the criterion speaks of, or why it is the page’s to meet. */
interface NotOurs {
  none: string;
}

export type Criterion = { number: string; name: string; level: 'A' | 'AA' } & (ByTest | ByHand | NotOurs);

const A = 'A';
const AA = 'AA';

const reflow = 'accessibility/reflow.browser.test.tsx';
const targets = 'accessibility/targets.browser.test.tsx';
const focus = 'accessibility/focus.browser.test.tsx';
const tree = 'accessibility/tree.browser.test.tsx';
const labels = 'accessibility/labelInName.browser.test.tsx';
const marks = 'accessibility/marks.browser.test.tsx';
const contrast = 'styles/contrast.browser.test.tsx';
const keyboard = 'components/keyboard.browser.test.tsx';
const announcements = 'context/announcements.browser.test.tsx';
const language = 'locales/panel.browser.test.tsx';

/** Every success criterion of WCAG 2.2 at the levels A and AA, and what holds it. 4.1.1 is obsolete and not among them. */
export const CRITERIA: readonly Criterion[] = [
  { number: '1.1.1', name: 'Non-text Content', level: A, test: [tree, 'of every control and every region by a name'] },
  { number: '1.2.1', name: 'Audio-only and Video-only (Prerecorded)', level: A, none: 'No audio or video.' },
  { number: '1.2.2', name: 'Captions (Prerecorded)', level: A, none: 'No audio or video.' },
  { number: '1.2.3', name: 'Audio Description or Media Alternative (Prerecorded)', level: A, none: 'No video.' },
  { number: '1.2.4', name: 'Captions (Live)', level: AA, none: 'No audio or video.' },
  { number: '1.2.5', name: 'Audio Description (Prerecorded)', level: AA, none: 'No video.' },
  { number: '1.3.1', name: 'Info and Relationships', level: A, test: [tree, 'of the table: its name, its columns'] },
  {
    number: '1.3.2',
    name: 'Meaningful Sequence',
    level: A,
    test: [focus, 'every control is met in the order of reading'],
  },
  {
    number: '1.3.3',
    name: 'Sensory Characteristics',
    level: A,
    manual:
      'Read every sentence of src/locales/en.ts. None names a control by its shape, colour, size or place on the screen.',
  },
  {
    number: '1.3.4',
    name: 'Orientation',
    level: AA,
    manual:
      'Open the panel on a phone and turn it. The panel follows in both directions; no style asks for an orientation.',
  },
  {
    number: '1.3.5',
    name: 'Identify Input Purpose',
    level: AA,
    none: 'Addresses asked for are those of others, not of the person at the screen.',
  },
  { number: '1.4.1', name: 'Use of Color', level: A, test: [marks, 'without seeing colours one sees'] },
  { number: '1.4.2', name: 'Audio Control', level: A, none: 'No sound.' },
  {
    number: '1.4.3',
    name: 'Contrast (Minimum)',
    level: AA,
    test: [contrast, 'whatever the host’s colours, one can read'],
  },
  { number: '1.4.4', name: 'Resize Text', level: AA, test: [reflow, 'with text of twice the size'] },
  {
    number: '1.4.5',
    name: 'Images of Text',
    level: AA,
    none: 'Pictures are portraits given by the back end; text is text.',
  },
  { number: '1.4.10', name: 'Reflow', level: AA, test: [reflow, 'at 320 px, which is 1280 px at 400 %'] },
  { number: '1.4.11', name: 'Non-text Contrast', level: AA, test: [contrast, 'the controls of the panel'] },
  { number: '1.4.12', name: 'Text Spacing', level: AA, test: [reflow, 'with the spacing of 1.4.12'] },
  {
    number: '1.4.13',
    name: 'Content on Hover or Focus',
    level: AA,
    manual:
      'Rest the pointer on a button and on a role. What shows is the browser’s own title, which the criterion leaves to it; nothing else appears on hover or focus.',
  },
  { number: '2.1.1', name: 'Keyboard', level: A, test: [keyboard, 'somebody is invited without a pointer'] },
  { number: '2.1.2', name: 'No Keyboard Trap', level: A, test: [focus, 'one also comes back the way one went'] },
  {
    number: '2.1.4',
    name: 'Character Key Shortcuts',
    level: A,
    test: ['element/focus.browser.test.tsx', 'goes to the search, and is a letter where one types'],
  },
  {
    number: '2.2.1',
    name: 'Timing Adjustable',
    level: A,
    none: 'No time limit; notices stay until they are dismissed.',
  },
  {
    number: '2.2.2',
    name: 'Pause, Stop, Hide',
    level: A,
    manual:
      'Hold the lists back with the latency switch of the host page. Their stand-ins pulse for as long as that lasts, which the criterion allows where nothing else can be done; under reduced motion they are still.',
  },
  {
    number: '2.3.1',
    name: 'Three Flashes or Below Threshold',
    level: A,
    none: 'Nothing flashes; the one pulse takes 1.4 s.',
  },
  { number: '2.4.1', name: 'Bypass Blocks', level: A, test: [tree, 'of the parts of the panel by headings'] },
  { number: '2.4.2', name: 'Page Titled', level: A, none: 'The title is the page’s, in which the panel is a part.' },
  { number: '2.4.3', name: 'Focus Order', level: A, test: [focus, 'every control is met in the order of reading'] },
  { number: '2.4.4', name: 'Link Purpose (In Context)', level: A, none: 'No links but those the page adds.' },
  { number: '2.4.5', name: 'Multiple Ways', level: AA, none: 'The panel is no set of pages.' },
  { number: '2.4.6', name: 'Headings and Labels', level: AA, test: [tree, 'of the parts of the panel by headings'] },
  { number: '2.4.7', name: 'Focus Visible', level: AA, test: [focus, 'in sight and with a ring'] },
  { number: '2.4.11', name: 'Focus Not Obscured (Minimum)', level: AA, test: [focus, 'in sight and with a ring'] },
  { number: '2.5.1', name: 'Pointer Gestures', level: A, none: 'No gesture beyond a single press.' },
  {
    number: '2.5.2',
    name: 'Pointer Cancellation',
    level: A,
    manual:
      'Press a button, move off it and let go: nothing happens. The one act on the way down is the focus that goes to the field beside the addresses.',
  },
  {
    number: '2.5.3',
    name: 'Label in Name',
    level: A,
    test: [labels, 'whoever speaks to a control says what stands on it'],
  },
  { number: '2.5.4', name: 'Motion Actuation', level: A, none: 'Nothing is done by moving the device.' },
  { number: '2.5.7', name: 'Dragging Movements', level: AA, none: 'Nothing is dragged.' },
  {
    number: '2.5.8',
    name: 'Target Size (Minimum)',
    level: AA,
    test: [targets, 'everything one can point at is at least 24 px large'],
  },
  {
    number: '3.1.1',
    name: 'Language of Page',
    level: A,
    none: 'The page’s to say; the panel says its own, see 3.1.2.',
  },
  { number: '3.1.2', name: 'Language of Parts', level: AA, test: [language, 'the whole panel speaks'] },
  { number: '3.2.1', name: 'On Focus', level: A, test: [focus, 'every control is met in the order of reading'] },
  {
    number: '3.2.2',
    name: 'On Input',
    level: A,
    manual:
      'Type into both fields and choose in each select. Rows are found, and a role is saved on its row, as its name says; the focus stays, no page opens, and giving up one’s own role asks first.',
  },
  { number: '3.2.3', name: 'Consistent Navigation', level: AA, none: 'The panel is no set of pages.' },
  {
    number: '3.2.4',
    name: 'Consistent Identification',
    level: AA,
    manual:
      'Compare members with invitations: what does the same has the same icon and the same verb (remove a person, revoke an invitation, try again).',
  },
  { number: '3.2.6', name: 'Consistent Help', level: A, none: 'Help is the page’s; the panel offers none of its own.' },
  {
    number: '3.3.1',
    name: 'Error Identification',
    level: A,
    test: [tree, 'of each address in the field: what it is, and where it stands'],
  },
  {
    number: '3.3.2',
    name: 'Labels or Instructions',
    level: A,
    test: [tree, 'of every control and every region by a name'],
  },
  { number: '3.3.3', name: 'Error Suggestion', level: AA, test: [marks, 'where each address in the field stands'] },
  {
    number: '3.3.4',
    name: 'Error Prevention (Legal, Financial, Data)',
    level: AA,
    test: [keyboard, 'what is undone by its notice is undone without a pointer'],
  },
  {
    number: '3.3.7',
    name: 'Redundant Entry',
    level: A,
    test: ['components/inviteDraft.browser.test.tsx', 'survives a failure and a panel that is made anew'],
  },
  {
    number: '3.3.8',
    name: 'Accessible Authentication (Minimum)',
    level: AA,
    none: 'Signing in is the page’s; the panel asks for no password, code or riddle.',
  },
  {
    number: '4.1.2',
    name: 'Name, Role, Value',
    level: A,
    test: [tree, 'of a control that is off: its name, that it is off, and why'],
  },
  {
    number: '4.1.3',
    name: 'Status Messages',
    level: AA,
    test: [announcements, 'acts and failures are said once each, in the order in which they happened'],
  },
];
