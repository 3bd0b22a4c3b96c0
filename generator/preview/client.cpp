#include "preview/client.h"

namespace glasshouse::preview {

// The page says which state of the site it shows, the stream which one there is: so a change
// between the two, or a preview that was started again, is noticed as well.
const std::string_view kClientScript = R"js('use strict';
(() => {
  const script = document.currentScript;
  const events = new EventSource(new URL('events', script.src));
  events.addEventListener('state', (event) => {
    if (event.data !== script.dataset.state) {
      events.close();
      location.reload();
    }
  });
  addEventListener('pagehide', () => events.close());
})();
)js";

const std::string_view kClientStyle = R"css(.glasshouse-problems {
  position: fixed;
  inset: auto 0 0 0;
  z-index: 2147483647;
  background: #fff;
  color: #0b0c0c;
  border-top: 6px solid #d4351c;
  box-shadow: 0 0 12px rgb(0 0 0 / 30%);
  font: 16px/1.4 system-ui, sans-serif;
}
.glasshouse-problems summary {
  padding: 8px 16px;
  font-weight: bold;
  cursor: pointer;
}
.glasshouse-problems summary:focus,
.glasshouse-scroll:focus {
  outline: 3px solid #0b0c0c;
  outline-offset: -3px;
}
.glasshouse-scroll {
  max-height: 40vh;
  overflow: auto;
  padding: 0 16px 16px;
}
.glasshouse-list { margin: 0; padding-left: 24px; }
.glasshouse-problem { margin: 0 0 8px; overflow-wrap: anywhere; }
.glasshouse-problem p { margin: 0; }
.glasshouse-problem code { font: 14px/1.4 ui-monospace, monospace; }
.glasshouse-page {
  max-width: 960px;
  margin: 0 auto;
  padding: 16px;
  background: #fff;
  color: #0b0c0c;
  font: 18px/1.5 system-ui, sans-serif;
}
@media print {
  .glasshouse-problems { display: none; }
}
)css";

}  // namespace glasshouse::preview
