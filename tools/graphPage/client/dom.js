'use strict';
/* global document, window */

/** Makes elements. All text is set as text, never as markup: names are anyone's. */
(function () {
  function element(name, className, ...children) {
    const created = document.createElement(name);
    if (className) {
      created.className = className;
    }
    created.append(
      ...children.filter((child) => child !== undefined && child !== ''),
    );
    return created;
  }

  function button(className, onClick, ...children) {
    const created = element('button', className, ...children);
    created.type = 'button';
    created.addEventListener('click', onClick);
    return created;
  }

  /** A heading with a list under it. */
  function section(title, items, className = '') {
    return element(
      'section',
      className,
      element('h3', '', title),
      element('ul', '', ...items),
    );
  }

  /** "1 app", "2 apps". */
  function counted(count, one, many = `${one}s`) {
    return `${count} ${count === 1 ? one : many}`;
  }

  window.dom = { element, button, section, counted };
})();
