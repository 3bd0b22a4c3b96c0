// The site works without this. It turns on govuk-frontend: the menu button on narrow screens.
import { initAll } from './govuk-frontend.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();
