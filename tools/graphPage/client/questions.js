'use strict';
/* global document, window */

/** The questions in groups that open and close, each query with the state of its answer. */
window.createQuestions = function (data, onFinding) {
  const { element, button, counted } = window.dom;
  const list = document.getElementById('findings');
  const STATES = [
    ['found', 'Found'],
    ['none', 'None'],
    ['partial', 'Partial'],
    ['notAnswered', 'Not answered'],
  ];
  const buttons = new Map();
  const groups = [];
  let onlyState;

  addStates();
  addGroups();
  if (data.findings.length === 0) {
    list.append(element('p', 'hint', 'No question was asked of this graph.'));
  }

  function addStates() {
    const bar = document.getElementById('states');
    for (const [state, title] of STATES) {
      const count = data.findings.filter((one) => one.state === state).length;
      if (count === 0) {
        continue;
      }
      const only = button(
        `only ${state}`,
        () => showOnly(onlyState === state ? undefined : state),
        `${title} `,
        element('span', 'count', String(count)),
      );
      only.dataset.state = state;
      only.setAttribute('aria-pressed', 'false');
      bar.append(only);
    }
  }

  /** Shows the queries with one state, in open groups; without a state, all. */
  function showOnly(state) {
    onlyState = state;
    for (const only of document.querySelectorAll('#states .only')) {
      only.setAttribute('aria-pressed', String(only.dataset.state === state));
    }
    const isShown = (finding) => state === undefined || finding.state === state;
    for (const [finding, one] of buttons) {
      one.hidden = !isShown(finding);
    }
    for (const { details, questions } of groups) {
      for (const { block, findings } of questions) {
        block.hidden = !findings.some(isShown);
      }
      details.hidden = questions.every(({ block }) => block.hidden);
      details.open = state !== undefined && !details.hidden;
    }
  }

  function addGroups() {
    for (const title of data.themes) {
      const findings = data.findings.filter(({ theme }) => theme === title);
      if (findings.length > 0) {
        groups.push(addGroup(title, findings));
      }
    }
  }

  function addGroup(title, findings) {
    const byTitle = new Map();
    for (const finding of findings) {
      byTitle.set(finding.title, [
        ...(byTitle.get(finding.title) ?? []),
        finding,
      ]);
    }
    const questions = [...byTitle].map(([question, own]) => ({
      findings: own,
      block: questionBlock(question, own),
    }));
    const toAct = findings.filter(
      ({ isBad, hits }) => isBad && hits.length > 0,
    ).length;
    const open = findings.filter(
      ({ state }) => state === 'notAnswered' || state === 'partial',
    ).length;
    const details = element(
      'details',
      'group',
      element(
        'summary',
        '',
        element('span', 'title', title),
        toAct > 0
          ? badge(
              'bad',
              String(toAct),
              `${counted(toAct, 'query', 'queries')} to act on`,
            )
          : undefined,
        open > 0
          ? badge('open', `${open} ?`, `${open} not wholly answered`)
          : undefined,
        element('span', 'hint', counted(questions.length, 'question')),
      ),
      ...questions.map(({ block }) => block),
    );
    list.append(details);
    return { details, questions };
  }

  function questionBlock(title, findings) {
    const [first] = findings;
    const isOne = findings.length === 1 && first.name === undefined;
    return element(
      'div',
      'question',
      isOne ? undefined : element('h3', '', title),
      ...findings.map((finding) =>
        findingButton(finding, isOne ? title : (finding.name ?? title)),
      ),
    );
  }

  function findingButton(finding, words) {
    const one = button(
      'query',
      () => onFinding(finding),
      element('span', 'words', words),
      stateBadge(finding),
    );
    one.dataset.state = finding.state;
    one.setAttribute('aria-pressed', 'false');
    buttons.set(finding, one);
    return one;
  }

  function stateBadge({ state, isBad, hits }) {
    const many = String(hits.length);
    const tone = isBad && hits.length > 0 ? 'bad' : 'known';
    switch (state) {
      case 'found':
        return badge(tone, many, `${many} found`);
      case 'partial':
        return hits.length > 0
          ? badge(tone, `${many}+`, `${many} found, of what was collected`)
          : badge('open', 'partial', 'None found in what was collected');
      case 'notAnswered':
        return badge('open', 'not answered', 'Not answered');
      default:
        return badge('none', 'none', 'None');
    }
  }

  function badge(className, text, title) {
    const one = element('span', `badge ${className}`, text);
    one.title = title;
    return one;
  }

  return {
    /** Marks the finding that is chosen, and opens its group. */
    press(finding) {
      for (const [each, one] of buttons) {
        one.setAttribute('aria-pressed', String(each === finding));
      }
      const chosen = buttons.get(finding);
      if (chosen !== undefined) {
        if (chosen.hidden) {
          showOnly(undefined);
        }
        chosen.closest('details').open = true;
        chosen.scrollIntoView({ block: 'nearest' });
      }
    },
  };
};
