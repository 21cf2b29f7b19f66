import { createRoot } from "react-dom/client";
import { quickScreen } from "stalker-typology/content/instruments/quick-screen";
import { QuestionForm } from "./QuestionForm.jsx";

createRoot(document.getElementById("form")).render(<QuestionForm instrument={quickScreen} />);
