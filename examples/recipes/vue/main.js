import { quickScreen } from "stalker-typology/content/instruments/quick-screen";
import { createApp } from "vue";
import QuestionForm from "./QuestionForm.vue";

createApp(QuestionForm, { instrument: quickScreen }).mount("#form");
