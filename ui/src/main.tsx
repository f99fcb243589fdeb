// First of all: what the first screen shows is asked for before the rest is read.
import "./app/firstAnswer";
import "@fontsource-variable/inter";
import "./components/theme/mantine.css";
import "./components/theme/theme.css";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { takeWindow } from "./app/window/ours";

takeWindow();

const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
