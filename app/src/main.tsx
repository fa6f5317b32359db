import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./shell/app.js";
import "./shell/style.css";
import { openFirst } from "./study/open-first.js";
import { StudyStore } from "./study/study-store.js";

const store = new StudyStore();
openFirst(store);

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App store={store} />
    </StrictMode>,
  );
}
