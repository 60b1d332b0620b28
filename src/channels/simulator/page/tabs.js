import { byId, h } from "./dom.js";
import { state, t, unread } from "./state.js";

/**
 * On a narrow window one thing at a time is shown: the phone, the group, the desk or the clock.
 *
 * @param {() => void} turned  called once another one is shown
 */
export function drawTabs(turned) {
  const tabs = byId("tabs");
  const held = tabs.contains(document.activeElement);
  const current = document.body.dataset.tab;
  tabs.replaceChildren(
    ...["phone", "group", "desk", "clock"].map((tab) => {
      const count = tab === "phone" ? unread(state.me) : tab === "group" ? unread(state.group) : 0;
      return h(
        "button",
        { type: "button", "aria-current": tab === current ? "page" : undefined, on: { click: () => turnTo(tab) } },
        t(tab),
        count > 0 && h("span", { class: "count", "aria-label": t("unread", { count }) }, String(count)),
      );
    }),
  );
  if (held) tabs.querySelector("[aria-current]")?.focus();

  /** @param {string} tab */
  function turnTo(tab) {
    document.body.dataset.tab = tab;
    if (tab === "group" || tab === "desk") document.body.dataset.side = tab;
    document.body.classList.remove("picking");
    turned();
  }
}
