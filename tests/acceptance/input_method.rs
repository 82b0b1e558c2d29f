//! A real input method types into the real windows.

use support::*;

use crate::at_home::*;

#[test]
fn lab() {
    let desktop = Desktop::builder().for_input_method().start();
    let app = started_with(&desktop, &[phrase("one", "alpha", "words of alpha"), phrase("two", "beta", "words of beta")]);
    let method = InputMethod::start(&desktop, "libpinyin");
    let page = app.open_page("palette");
    let query = page.find("input[role=combobox]");
    page.script("window.log=[]; for (const t of ['keydown','compositionstart','compositionupdate','compositionend','input','keyup']) document.addEventListener(t, (e) => window.log.push([t, e.key, e.code, e.keyCode, e.isComposing, e.data, document.querySelector('input').value].join('|')), true)", &[]);
    desktop.windows().wait_for_active("Fencun palette");
    desktop.keyboard().type_text("youxiang");
    method.wait_for_candidates();
    let state = |what: &str| { eprintln!("{what}: {:?} {:?} cand={:?} clip={:?} vis={}", query.value(), page.script("return document.querySelector('[role=option][aria-selected=true]')?.textContent", &[]), method.candidates(), desktop.clipboard().text(), desktop.windows().titled("Fencun palette").is_some()); let log = page.script("const l = window.log; window.log = []; return l", &[]); for l in log.as_array().into_iter().flatten() { eprintln!("   {l}"); } };
    state("typed");
    desktop.keyboard().press("Escape");
    method.wait_for_no_candidates();
    for engine in ["libpinyin", "chewing"] {
        method.switch_to(engine);
        let keys = if engine == "chewing" { "vup4vu;" } else { "youxiang" };
        for key in ["Down", "Up", "Tab", "ctrl+Return", "alt+Up", "alt+2", "ctrl+e", "ctrl+d", "F4", "Home", "End", "Prior", "Next", "Left", "1", "alt+Right", "alt+r", "alt+l", "space", "Return", "Escape"] {
            desktop.keyboard().type_text(keys);
            wait_until("pre", DEADLINE, || (query.value() == if engine == "chewing" { "新鄉" } else { "有向" } || query.value() == "信箱" ).then_some(()));
            state("before");
            desktop.keyboard().press(key);
            std::thread::sleep(std::time::Duration::from_millis(300));
            eprintln!("-------- {engine} {key}");
            state(key);
            desktop.screenshot(&format!("lab-{engine}-{key}"));
            for _ in 0..3 { desktop.keyboard().press("BackSpace"); }
            for _ in 0..3 { desktop.keyboard().press("Escape"); }
            std::thread::sleep(std::time::Duration::from_millis(100));
            if desktop.windows().titled("Fencun palette").is_none() { let _ = app.command(&["open", "palette"]).done(); desktop.windows().wait_for_active("Fencun palette"); }
            state("cleaned");
        }
    }
}
