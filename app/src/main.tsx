import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { keepOffline } from "./offline/register.js";
import { App } from "./shell/app.js";
import "./shell/style.css";
import { openFirst } from "./study/open-first.js";
import { StudyStore } from "./study/study-store.js";

keepOffline();
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
