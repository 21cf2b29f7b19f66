import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Questionnaire;

/** Validates FHIR R4 resources, each named file in turn: what HAPI says of it, one message a line. */
public class FhirCheck {
  public static void main(String[] files) throws Exception {
    FhirContext context = FhirContext.forR4();
    OwnResources own = new OwnResources(context);
    for (String file : files) {
      // A code is checked against its system, and a response against its questionnaire: both have to be known.
      String text = Files.readString(Path.of(file));
      if (file.contains("definitions-")) {
        for (BundleEntryComponent entry : context.newJsonParser().parseResource(Bundle.class, text).getEntry()) {
          if (entry.getResource() instanceof CodeSystem) own.addResource(entry.getResource());
        }
      }
      if (file.contains("questionnaire-")) own.addQuestionnaire(context.newJsonParser().parseResource(Questionnaire.class, text));
    }
    ValidationSupportChain chain = new ValidationSupportChain(
        own,
        new DefaultProfileValidationSupport(context),
        new InMemoryTerminologyServerValidationSupport(context),
        new CommonCodeSystemsTerminologyService(context),
        new SnapshotGeneratingValidationSupport(context));
    FhirValidator validator = context.newValidator().registerValidatorModule(new FhirInstanceValidator(chain));
    for (String file : files) {
      for (SingleValidationMessage each : validator.validateWithResult(Files.readString(Path.of(file))).getMessages()) {
        if (each.getSeverity() == ResultSeverityEnum.INFORMATION) continue;
        String place = Path.of(file).getFileName() + "\t" + each.getSeverity() + "\t" + each.getLocationString();
        System.out.println(place + "\t" + each.getMessage().replaceAll("\\s+", " "));
      }
      System.out.println(Path.of(file).getFileName() + "\tchecked");
    }
  }

  /** HAPI's own store of resources keeps no questionnaires. */
  private static class OwnResources extends PrePopulatedValidationSupport {
    private final Map<String, Questionnaire> questionnaires = new HashMap<>();

    OwnResources(FhirContext context) {
      super(context);
    }

    void addQuestionnaire(Questionnaire each) {
      questionnaires.put(each.getUrl(), each);
      questionnaires.put(each.getUrl() + "|" + each.getVersion(), each);
    }

    @Override
    public <T extends IBaseResource> T fetchResource(Class<T> kind, String address) {
      Questionnaire found = kind != null && kind.isAssignableFrom(Questionnaire.class) ? questionnaires.get(address) : null;
      return found == null ? super.fetchResource(kind, address) : kind.cast(found);
    }
  }
}
