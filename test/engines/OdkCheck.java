import java.io.FileInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.javarosa.core.model.Constants;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.data.DateData;
import org.javarosa.core.model.data.DecimalData;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.data.IntegerData;
import org.javarosa.core.model.data.SelectOneData;
import org.javarosa.core.model.data.helper.Selection;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.utils.DateUtils;
import org.javarosa.model.xform.XFormsModule;
import org.javarosa.xform.util.XFormUtils;

/**
 * Fills in XForms with JavaRosa, the engine of ODK Collect. The named file has a line for each answer: form, case, field
 * and value between tabs, in the order in which they are given; a line without a field opens a case. Prints, for each
 * case, every field with whether it is shown and what it holds.
 */
public class OdkCheck {
  public static void main(String[] files) throws Exception {
    new XFormsModule().registerModule();
    String opened = "";
    FormDef form = null;
    Map<String, TreeElement> fields = new LinkedHashMap<>();
    for (String line : Files.readAllLines(Path.of(files[0]))) {
      String[] cells = line.split("\t", -1);
      String key = cells[0] + "\t" + cells[1];
      if (!key.equals(opened)) {
        print(opened, fields);
        opened = key;
        form = XFormUtils.getFormFromInputStream(new FileInputStream(cells[0]));
        form.initialize(true, new InstanceInitializationFactory());
        fields.clear();
        collect(form.getMainInstance().getRoot(), fields);
      }
      if (!cells[2].isEmpty()) {
        TreeElement field = fields.get(cells[2]);
        form.setValue(answer(field.getDataType(), cells[3]), field.getRef(), true);
      }
    }
    print(opened, fields);
  }

  private static void collect(TreeElement of, Map<String, TreeElement> fields) {
    for (int at = 0; at < of.getNumChildren(); at++) {
      TreeElement child = of.getChildAt(at);
      if (child.getNumChildren() == 0) fields.put(child.getName(), child);
      collect(child, fields);
    }
  }

  private static IAnswerData answer(int type, String text) {
    switch (type) {
      case Constants.DATATYPE_INTEGER: return new IntegerData(Integer.parseInt(text));
      case Constants.DATATYPE_DECIMAL: return new DecimalData(Double.parseDouble(text));
      case Constants.DATATYPE_DATE: return new DateData(DateUtils.parseDate(text));
      default: return new SelectOneData(new Selection(text));
    }
  }

  private static void print(String opened, Map<String, TreeElement> fields) {
    fields.forEach((name, field) -> {
      IAnswerData value = field.getValue();
      String held = value == null ? "" : value.getDisplayText();
      System.out.println(opened + "\t" + name + "\t" + field.isRelevant() + "\t" + held);
    });
  }
}
