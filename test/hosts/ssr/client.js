import { createElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import '@mixpeek/users-panel/styles.css';
import { Page } from './Page.js';

const page = document.querySelector('#page');
if (!page) throw new Error('The server rendered no #page.');
hydrateRoot(page, createElement(Page));
