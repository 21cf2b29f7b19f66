import { defineBibliography } from "../evidence/index.ts";

/** Every source that the shipped content rests on. `seenAt` says which copy was read, and how much of it. */
export const bibliography = defineBibliography({
  mullen1999: {
    citation:
      "Mullen, P. E., Pathé, M., Purcell, R., & Stuart, G. W. (1999). Study of stalkers. American Journal of Psychiatry, 156(8), 1244-1249.",
    year: 1999,
    doi: "10.1176/ajp.156.8.1244",
    seenAt: "psychiatryonline.org/doi/abs/10.1176/ajp.156.8.1244 (abstract and first lines)",
  },
  kissane1999: {
    citation: "Kissane, K. (1999). Stalkers profiled in new study. Newspaper account of the 1999 study.",
    year: 1999,
    seenAt: "karenkissane.com/stalkers-profiled-in-new-study/",
  },
  psychnews2001: {
    citation:
      "Psychiatric News 36(12) (2001). Report of a talk by the first author of the 1999 study, with counts from it.",
    year: 2001,
    seenAt: "psychnews.psychiatryonline.org, articleid=103107",
  },
  mcewan2018_srp: {
    citation:
      "McEwan, T. E., Shea, D. E., Daffern, M., MacKenzie, R. D., Ogloff, J. R. P., & Mullen, P. E. (2018). The reliability and predictive validity of the Stalking Risk Profile. Assessment, 25(2), 259-276.",
    year: 2018,
    doi: "10.1177/1073191116653470",
    seenAt: "pubmed.gov/27305931 (abstract)",
  },
  srp_overview: {
    citation: "Overview of the Stalking Risk Profile in an online encyclopaedia of criminal justice.",
    seenAt: "criminal-justice.iresearchnet.com/criminal-psychology/criminal-risk-assessment/stalking-risk-profile-srp/",
  },
  srp_pages: {
    citation: "Web pages that repeat the descriptions of the types by the authors of the Stalking Risk Profile.",
    seenAt: "steep.tv ; businesstrust.sg ; canonica.ai",
  },
  mcewan2009: {
    citation:
      "McEwan, T. E., Mullen, P. E., MacKenzie, R. D., & Ogloff, J. R. P. (2009). Violence in stalking situations. Psychological Medicine.",
    year: 2009,
    seenAt: "Cambridge Core, journals/psychological-medicine (abstract)",
  },
  mcewan2013: {
    citation:
      "McEwan, T. E., & Strand, S. (2013). The role of psychopathology in stalking by adult strangers and acquaintances. Australian and New Zealand Journal of Psychiatry, 47(6), 546-555.",
    year: 2013,
    seenAt: "oru.diva-portal.org, diva2:1049090 (abstract)",
  },
  mcewan2017: {
    citation:
      "McEwan, T. E., Daffern, M., MacKenzie, R. D., & Ogloff, J. R. P. (2017). Risk factors for stalking violence, persistence, and recurrence. Journal of Forensic Psychiatry & Psychology, 28(1), 38-56.",
    year: 2017,
    doi: "10.1080/14789949.2016.1247188",
    seenAt: "stalkingriskprofile.com (abstract in a bulletin)",
  },
  mcewan2020: {
    citation:
      "McEwan, T. E., Harder, L., Brandt, C., & de Vogel, V. (2020). Risk factors for stalking recidivism in a Dutch community forensic mental health sample. International Journal of Forensic Mental Health, 19(2), 127-141.",
    year: 2020,
    seenAt: "concept.paloaltou.edu (summary)",
  },
  purcell2001: {
    citation:
      "Purcell, R., Pathé, M., & Mullen, P. E. (2001). A study of women who stalk. American Journal of Psychiatry, 158(12), 2056.",
    year: 2001,
    doi: "10.1176/appi.ajp.158.12.2056",
    seenAt: "psychiatryonline.org (abstract) ; report at psychiatryonline.org/doi/10.1176/pn.37.3.0022",
  },
  purcell2005: {
    citation:
      "Purcell, R., Pathé, M., & Mullen, P. E. (2005). Association between stalking victimisation and psychiatric morbidity in a random community sample. British Journal of Psychiatry, 187, 416-420.",
    year: 2005,
    seenAt: "bjp.rcpsych.org/content/187/5/416 (abstract)",
  },
  purcell2009: {
    citation:
      "Purcell, R., Moller, B., Flower, T., & Mullen, P. E. (2009). Stalking among juveniles. British Journal of Psychiatry, 194(5), 451-455.",
    year: 2009,
    doi: "10.1192/bjp.bp.108.054833",
    seenAt: "doi.org ; safetylit.org (abstract)",
  },
  whyte2008: {
    citation:
      "Whyte, S., Petch, E., Penny, C., & Reiss, D. (2008). Who stalks? (patients of a high security hospital). Criminal Behaviour and Mental Health, 18(1), 27-38.",
    year: 2008,
    doi: "10.1002/cbm.675",
    seenAt: "safetylit.org (abstract) ; ncjrs.gov NCJ 222614 (index summary)",
  },
  recolo2019: {
    citation: "Local newspaper report on the Recolo project, Hampshire, April 2019.",
    year: 2019,
    seenAt: "the report itself",
  },
  mohandie2006: {
    citation:
      "Mohandie, K., Meloy, J. R., McGowan, M. G., & Williams, J. (2006). The RECON typology of stalking: reliability and validity based upon a large sample of North American stalkers. Journal of Forensic Sciences, 51(1), 147-155.",
    year: 2006,
    doi: "10.1111/j.1556-4029.2005.00030.x",
    seenAt: "pubmed.ncbi.nlm.nih.gov/16423242 (abstract) ; NCJ 212933 ; studylib.net/doc/18160709",
  },
  boon2001: {
    citation:
      "Boon & Sheridan (2001). Stalker typologies: a law enforcement perspective. Journal of Threat Assessment, 1(2), 75-97.",
    year: 2001,
    doi: "10.1300/J177v01n02_05",
    seenAt: "safetylit.org (abstract) ; NCJ 196039",
  },
  boon_press: {
    citation: "Newspaper interviews that give the shares of the classes in Boon and Sheridan's cases.",
    seenAt: "communitynews.com.au (Canning Times) ; thetimes.co.uk",
  },
  modus_operandi2013: {
    citation:
      "Distinguishing stalker modus operandi: a test of the five types in a law-enforcement sample (2013). Journal of Forensic Psychiatry & Psychology. Authors not shown on the copy seen.",
    year: 2013,
    seenAt: "eprints.hud.ac.uk/id/eprint/17284 (abstract)",
  },
  straszewicz2011: {
    citation:
      "Straszewicz, Youngs & Ioannou (2011). Empirical test of the Mullen et al. typology. Conference paper, unpublished.",
    year: 2011,
    seenAt: "eprints.hud.ac.uk/id/eprint/13640 (abstract)",
  },
  canter2004: {
    citation: "Canter & Ioannou (2004). A multivariate model of stalking behaviours. Behaviormetrika, 31(2), 113-130.",
    year: 2004,
    doi: "10.2333/bhmk.31.113",
    seenAt: "pure.hud.ac.uk ; doi.org (abstract)",
  },
  kienlen1997: {
    citation:
      "Kienlen et al. (1997). Comparative study of psychotic and nonpsychotic stalking. Journal of the American Academy of Psychiatry and the Law, 25(3), 317-334.",
    year: 1997,
    seenAt: "ojp.gov, NCJRS abstract",
  },
  wright1996: {
    citation:
      "Wright et al. (1996). A typology of interpersonal stalking. Journal of Interpersonal Violence, 11(4), 487-502.",
    year: 1996,
    seenAt: "ncjrs.gov NCJ 164855 (abstract)",
  },
  wright_summary: {
    citation: "Summary of the classification of Wright et al. on a site of medical algorithms.",
    seenAt: "medicalalgorithms.com/classification-of-wright-et-al-for-interpersonal-stalking",
  },
  budd2000: {
    citation: "Budd & Mattinson (2000). Extent and nature of stalking: the 1998 British Crime Survey.",
    year: 2000,
    seenAt: "ncjrs.gov NCJ 187192 and NCJ 186537 (abstracts)",
  },
  mackenzie2008: {
    citation:
      "MacKenzie et al. (2008). Parental bonding and adult attachment in types of stalker. Journal of Forensic Sciences, 53(6), 1443-1449.",
    year: 2008,
    doi: "10.1111/j.1556-4029.2008.00869.x",
    seenAt: "pubmed.gov/18798773 (abstract)",
  },
  zona_pages: {
    citation: "Teaching pages that describe the classes of Zona, Sharma and Lane (1993).",
    seenAt: "stalkingbehavior.com/definiti.htm ; psychologyofstalking.wikispaces.com",
  },
  truss2024: {
    citation:
      "Truss & de Roos (2024). Personality attributions in stalking: a victim's perspective. International Journal of Offender Therapy and Comparative Criminology, 68(5), 566-586.",
    year: 2024,
    doi: "10.1177/0306624X241240703",
    seenAt: "pmc.ncbi.nlm.nih.gov/articles/PMC10988992 (abstract)",
  },
  mcfarlane2003: {
    citation: "McFarlane & Bocij (2003). Typology of online stalking (descriptive title).",
    year: 2003,
    seenAt: "cybra.lodz.pl (abstract)",
  },
  mcfarlane_notes: {
    citation: "Class notes and a web log that describe the classes of McFarlane and Bocij (2003).",
    seenAt: "raquelrecuero.com ; cyberstalkingprevention.blogspot.com",
  },
  bbc2000: {
    citation: "BBC News (2000). Report on types of stalking.",
    year: 2000,
    seenAt: "news.bbc.co.uk/2/hi/health/906045.stm",
  },
  danish_centre: {
    citation: "Danish Stalking Center. Five basic types (web page).",
    seenAt: "en.danskstalkingcenter.dk/fem-grundtyper-af-stalkere/",
  },
  texas_pages: {
    citation: "University of Texas at Austin, BussLAB. Stalking help pages.",
    seenAt: "homepage.psy.utexas.edu",
  },
  italian_pages: {
    citation: "Italian web pages that describe the five types.",
    seenAt: "igorvitale.org ; paeseroma.it ; galateaonlus.jimdofree.com",
  },
  mullen2006: {
    citation: "Mullen et al. (2006). Journal of the American Academy of Psychiatry and the Law, 34, 439.",
    year: 2006,
    seenAt: "jaapl.org/content/34/4/439 (abstract, Tables 1 and 2) ; copy at 100md.com",
  },
  independent2011: {
    citation: "The Independent, 8 December 2011. Report on the National Stalking Clinic, London.",
    year: 2011,
    seenAt: "independent.co.uk",
  },
  japan_police: {
    citation:
      "Japanese national police figures on stalking for 2005 and 2006, as reported on a news page and on a detective agency's page.",
    seenAt: "news.livedoor.com (2005) ; tantei-ambassador.com (2006)",
  },
  bjp1995: {
    citation:
      "Study of dangerousness in men with erotomania (1995). British Journal of Psychiatry, 166, 529. Authors not shown on the copy seen.",
    year: 1995,
    doi: "10.1192/bjp.166.4.529",
    seenAt: "scilit.com (abstract)",
  },
  mullen1994: {
    citation: "Mullen, P. E., & Pathé, M. (1994). Stalking and the pathologies of love.",
    year: 1994,
    seenAt: "paperexplained.cn (abstract)",
  },
  dressing2020: {
    citation: "Dressing, H. (2020). Press interview, morgenweb.de.",
    year: 2020,
    seenAt: "morgenweb.de",
  },
  turner2020: {
    citation: "Turner (2020). Dissertation on online stalking. City University of New York.",
    year: 2020,
    seenAt: "academicworks.cuny.edu/gc_etds/4048 (abstract)",
  },
  cpn2008: {
    citation: "Clinical Psychiatry News, March 2008. Report of two conference talks.",
    year: 2008,
    seenAt: "questia.com",
  },
  james2009: {
    citation: "James et al. (2009). Study of royalty protection police files (descriptive title).",
    year: 2009,
    doi: "10.1017/S0033291709005443",
    seenAt: "doi.org (abstract)",
  },
  sheridan2001: {
    citation: "Sheridan & Davies (2001). Criminal Behaviour and Mental Health, 11, 102.",
    year: 2001,
    seenAt: "NCJ 191918 (abstract)",
  },
  rosenfeld2000: {
    citation: "Rosenfeld, B. (2000). Aggression and Violent Behavior, 5, 529.",
    year: 2000,
    seenAt: "NCJ 186819 (abstract)",
  },
  rosenfeld2019: {
    citation:
      "Rosenfeld, B., Galietta, M., Foellmi, M., et al. (2019). Dialectical behavior therapy (DBT) for the treatment of stalking offenders: a randomized controlled study. Law and Human Behavior, 43(4), 319-328.",
    year: 2019,
    doi: "10.1037/lhb0000336",
    seenAt: "pubmed.gov/31204832 (abstract)",
  },
  treatment_review: {
    citation:
      "Efficacy of treatment approaches for stalking offenders: a systematic review. Authors, year and journal not shown on the copy seen.",
    seenAt: "discovery.researcher.life (abstract)",
  },
  benitez2010: {
    citation:
      "Benitez, C. T., McNiel, D. E., & Binder, R. L. (2010). Do protection orders protect? Journal of the American Academy of Psychiatry and the Law, 38(3), 376-385.",
    year: 2010,
    seenAt: "jaapl.org/content/38/3/376 (abstract)",
  },
  campbell2003: {
    citation:
      "Campbell, J. C., et al. (2003). Risk factors for femicide in abusive relationships: results from a multisite case control study. American Journal of Public Health, 93(7), 1089-1097.",
    year: 2003,
    doi: "10.2105/AJPH.93.7.1089",
    seenAt: "ajph.aphapublications.org (abstract)",
  },
  glass2008: {
    citation:
      "Glass, N., Laughon, K., Campbell, J., Block, C. R., Hanson, G., Sharps, P. W., & Taliaferro, E. (2008). Non-fatal strangulation is an important risk factor for homicide of women. Journal of Emergency Medicine, 35(3), 329-335.",
    year: 2008,
    doi: "10.1016/j.jemermed.2007.02.065",
    seenAt: "pmc.ncbi.nlm.nih.gov/articles/PMC2573025 (abstract)",
  },
  mcfarlane2002: {
    citation:
      "McFarlane, J. M., Campbell, J. C., & Watson, K. (2002). Intimate partner stalking and femicide: urgent implications for women's safety. Behavioral Sciences & the Law, 20(1-2), 51-68.",
    year: 2002,
    doi: "10.1002/bsl.477",
    seenAt: "safetylit.org (abstract)",
  },
  dressing2005: {
    citation:
      "Dressing, H., Kuehner, C., & Gass, P. (2005). Lifetime prevalence and impact of stalking in a European population. British Journal of Psychiatry.",
    year: 2005,
    seenAt: "Cambridge Core (abstract)",
  },
  meloy2012: {
    citation: "Meloy et al. (2012). Eight warning behaviours (descriptive title).",
    year: 2012,
    doi: "10.1002/bsl.999",
    seenAt: "spotidoc.com/doc/5200957 (abstract)",
  },
  monckton2017: {
    citation:
      "Monckton Smith, J., Szymanska, K., & Haile, S. (2017). Exploring the relationship between stalking and homicide. University of Gloucestershire with Suzy Lamplugh Trust.",
    year: 2017,
    seenAt: "suzylamplugh.org/news/homicide-research",
  },
  meloy2010: {
    citation:
      "Factors associated with escalation and problematic approaches toward public figures (2010). Journal of Forensic Sciences. Authors not shown on the copy seen; corresponding author Meloy, J. R.",
    year: 2010,
    doi: "10.1111/j.1556-4029.2010.01574.x",
    seenAt: "onlinelibrary.wiley.com (abstract)",
  },
  wa2024: {
    citation:
      "Psychological distress, substance use and severity of stalking violence against intimate partners (2024, descriptive title). International Journal of Offender Therapy and Comparative Criminology. Authors not shown on the copy seen.",
    year: 2024,
    doi: "10.1177/0306624X241228977",
    seenAt: "sage.cnpereading.com (abstract)",
  },
  penney2023: {
    citation:
      "Penney, S. R., Ulrich, R., & Maheandiran, M. (2023). An examination of predictive validity and change in risk factors for stalking over time. Journal of the American Academy of Psychiatry and the Law.",
    year: 2023,
    doi: "10.29158/JAAPL.220110-22",
    seenAt: "a copy of the PubMed record 37460221 (abstract)",
  },
  cps_guidance: {
    citation: "Crown Prosecution Service. Stalking or harassment: legal guidance.",
    seenAt: "cps.gov.uk/legal-guidance/stalking-or-harassment",
  },
  spo_guidance: {
    citation: "Home Office. Stalking Protection Act: statutory guidance for the police.",
    seenAt: "gov.uk/government/publications/stalking-protection-act-statutory-guidance-for-the-police",
  },
  sparc_pages: {
    citation: "Stalking Prevention, Awareness, and Resource Center. Risk and safety page and incident log page.",
    seenAt: "stalkingawareness.org/risk-and-safety/",
  },
  sash_page: {
    citation: "Page of the authors of the Screening Assessment for Stalking and Harassment.",
    seenAt: "stalkingriskprofile.com/stalking-risk-profile/sash",
  },
  rosenfeld2004: {
    citation:
      "Rosenfeld, B. (2004). Violence risk factors in stalking and obsessional harassment: a review and preliminary meta-analysis. Further bibliographic detail was not seen.",
    year: 2004,
    seenAt: "fordham.bepress.com/psych_facultypubs/253/",
  },
  churcher2013: {
    citation:
      "Churcher, F. P., Nesca, M. (2013). Risk factors for violence in stalking perpetration: a meta-analysis. Further bibliographic detail was not seen.",
    year: 2013,
    seenAt: "search.proquest.com/docview/1519062099",
  },
  spitzberg2007: {
    citation:
      "Spitzberg, B. H., Cupach, W. R. (2007). The state of the art of stalking: taking stock of the emerging literature. Aggression and Violent Behavior 12(1):64-86.",
    year: 2007,
    doi: "10.1016/j.avb.2006.05.001",
    seenAt: "azrapeprevention.org/state-art-stalking-taking-stock-emerging-literature",
  },
  thomas2008: {
    citation:
      "Thomas, S. D. M., Purcell, R., Pathe, M., Mullen, P. E. (2008). Harm associated with stalking victimization. Australian and New Zealand Journal of Psychiatry 42(9):800-806.",
    year: 2008,
    seenAt: "ro.uow.edu.au/sspapers/178",
  },
  farnham2000: {
    citation:
      "Farnham, F., James, D. (2000). Stalking and serious violence. Paper in Stalking: Criminal Justice Responses, Australian Institute of Criminology (NCJ 188309).",
    year: 2000,
    seenAt:
      "ojp.gov/ncjrs/virtual-library/abstracts/stalking-and-serious-violence-stalking-criminal-justice-responses-p",
  },
  strand2012: {
    citation: "Strand, S., McEwan, T. E. (2012). Violence among female stalkers. Psychological Medicine 42:545-555.",
    year: 2012,
    doi: "10.1017/S0033291711001498",
    seenAt: "scribd.com/document/668253103/strand-mcewan-2012-female-stalkers",
  },
  rosenfeld2004_slides: {
    citation:
      "Rosenfeld, B. (figures as shown in a slide deck by H. Mitchell, Radford University). (2004). Violence risk factors in stalking and obsessional harassment: a review and preliminary meta-analysis. Figures as a third-party slide deck gives them. Further bibliographic detail was not seen.",
    year: 2004,
    seenAt: "slideplayer.com/slide/3435979",
  },
  rosenfeld_lewis2005: {
    citation:
      "Rosenfeld, B., Lewis, C. (2005). Assessing violence risk in stalking cases: a regression tree approach. Law and Human Behavior 29(3):343-357.",
    year: 2005,
    doi: "10.1007/s10979-005-3318-6",
    seenAt: "rd.springer.com/article/10.1007/s10979-005-3318-6",
  },
  sheridan2011: {
    citation:
      "Sheridan, L., Roberts, K. (2011). Key questions to consider in stalking cases. Behavioral Sciences & the Law. Further bibliographic detail was not seen.",
    year: 2011,
    seenAt: "fdokumen.com/documents/key-questions-to-consider-in-stalking-cases.html",
  },
  groenen2009: {
    citation:
      "Groenen, A., Vervaeke, G. (2009). Violent stalkers: detecting risk factors by the police. European Journal on Criminal Policy and Research 15(3):279-291.",
    year: 2009,
    seenAt: "ncjrs.gov/App/Publications/abstract.aspx?ID=250445",
  },
  bendlin2021: {
    citation:
      "Bendlin, M., Sheridan, L. (2021). Risk factors for severe violence in intimate partner stalking situations: an analysis of police records. Journal of Interpersonal Violence 36(17-18):7895-7916.",
    year: 2021,
    seenAt: "docslib.org/doc/3409484/running-head-stalking-violence-risk-factors-1-risk-factors-for",
  },
  senkans2017: {
    citation:
      "Senkans, S., McEwan, T. E., Ogloff, J. R. P. (2017). Assessing the link between intimate partner violence and postrelationship stalking: a gender-inclusive study. Journal of Interpersonal Violence.",
    year: 2017,
    seenAt:
      "stalkingriskprofile.com/?research-project=investigating-the-relationship-between-stalking-and-intimate-partner-abuse",
  },
  mcfarlane1999: {
    citation: "McFarlane, J. et al. (1999). Stalking and intimate partner femicide. Homicide Studies 3(4).",
    year: 1999,
    seenAt:
      "opsvaw.as.uky.edu/the-exchange/article/risk-factors-severe-violence-intimate-partner-stalking-situations-analysis-0",
  },
  brady2018: {
    citation:
      "Brady, P. Q., Hayes, B. E. (2018). The intersection of stalking and the severity of intimate partner abuse. Violence and Victims 33(2):218-238.",
    year: 2018,
    doi: "10.1891/0886-6708.VV-D-16-00193",
    seenAt: "suppr.wilddata.cn/browses/detail/pubmed/29609673",
  },
  purcell2004: {
    citation:
      "Purcell, R., Pathe, M., Mullen, P. E. (2004). Editorial: when do repeated intrusions become stalking?. Journal of Forensic Psychiatry & Psychology 15(4):571-583.",
    year: 2004,
    doi: "10.1080/14789940412331313368",
    seenAt:
      "figshare.swinburne.edu.au/articles/journal_contribution/Editorial_When_do_repeated_intrusions_become_stalking_/26227337",
  },
  rosenfeld2003: {
    citation:
      "Rosenfeld, B. (2003). Recidivism in stalking and obsessional harassment. Further bibliographic detail was not seen.",
    year: 2003,
    seenAt: "research.library.fordham.edu/psych_facultypubs/252/",
  },
  bendlin2020: {
    citation:
      "Bendlin, M., Sheridan, L., Johnson, A. (2020). Stalking recidivism: a comparison of operational definitions. Journal of Interpersonal Violence.",
    year: 2020,
    seenAt: "opsvaw.as.uky.edu/the-exchange/article/stalking-recidivism-comparison-operational-definitions",
  },
  malsch2011: {
    citation:
      "Malsch, M., de Keijser, J. W., Debets, S. E. C. (2011). Are stalkers recidivists? Repeated offending by convicted stalkers. Violence and Victims 26(1):3-15.",
    year: 2011,
    doi: "10.1891/0886-6708.26.1.3",
    seenAt: "researchgate.net/publication/51509345_Are_Stalkers_Recidivists_Repeated_Offending_by_Convicted_Stalkers",
  },
  mechanic2000: {
    citation:
      "Mechanic, M. B., Weaver, T. L., Resick, P. A. (2000). Intimate partner violence and stalking behavior: exploration of patterns and correlates in a sample of acutely battered women. Violence and Victims 15(1):55-72.",
    year: 2000,
    seenAt: "pmc.ncbi.nlm.nih.gov/articles/PMC2977930",
  },
  shea2018_sam: {
    citation:
      "Shea, D. E., McEwan, T. E., Strand, S. J. M., Ogloff, J. R. P. (2018). The reliability and predictive validity of the Guidelines for Stalking Assessment and Management (SAM). Psychological Assessment 30(11):1409-1420.",
    year: 2018,
    doi: "10.1037/pas0000589",
    seenAt: "oru.diva-portal.org/smash/record.jsf?pid=diva2:1174797",
  },
  foellmi2016: {
    citation:
      "Foellmi, M. C., Rosenfeld, B., Galietta, M. (2016). Assessing risk for recidivism in individuals convicted of stalking offenses: predictive validity of the SAM. Criminal Justice and Behavior.",
    year: 2016,
    doi: "10.1177/0093854815610612",
    seenAt: "docslib.org/doc/4782281/assessing-risk-for-recidivism-in-individuals-convicted-of-stalking-offenses",
  },
  sfu_thesis: {
    citation:
      "Thesis, Simon Fraser University (author not shown on the copy seen). (year not shown). Stalking and violence: a 10-year follow-up of stalking offenders. Simon Fraser University thesis.",
    seenAt: "summit.sfu.ca/item/18518",
  },
  belfrage2009: {
    citation:
      "Authors not shown on the copy seen. (2009). Validation of the Stalking Assessment and Management checklist (SAM) in law enforcement. International Journal of Police Science and Management 11(1):67-76. Further bibliographic detail was not seen.",
    year: 2009,
    seenAt: "ojp.gov/ncjrs/virtual-library/abstracts/validation-stalking-assessment-and-management-checklist-sam-law",
  },
  meloy2011_nap: {
    citation:
      "Meloy, J. R. (2011). Approaching and attacking public figures: a contemporary analysis of communications and behavior. Chapter in Threatening Communications and Behavior, National Academies Press.",
    year: 2011,
    doi: "10.17226/13091",
    seenAt: "nap.nationalacademies.org/skim.php?record_id=13091&chap=75-102",
  },
  james2022: {
    citation:
      "James, D. V., Farnham, F. R., Allen, P., Martinsone, A., Sneader, C., Wolfe Murray, A. (2022). Threats to public figures and association with approach, as a proxy for violence: the importance of grievance. Frontiers in Psychology.",
    year: 2022,
    doi: "10.3389/fpsyg.2022.998155",
    seenAt: "doi.org/10.3389/fpsyg.2022.998155",
  },
  rosenfeld2007: {
    citation:
      "Rosenfeld, B., Galietta, M., Ivanoff, A., et al. (2007). Dialectical behavior therapy for the treatment of stalking offenders. International Journal of Forensic Mental Health 6(2):95-103.",
    year: 2007,
    seenAt: "research.library.fordham.edu/psych_facultypubs/19",
  },
  sai_study: {
    citation:
      "Authors not shown on the copy seen (McEwan group, PMC9067960). (year not shown). Stalking Assessment Indices: development and evaluation (descriptive title). Further bibliographic detail was not seen.",
    seenAt: "pmc.ncbi.nlm.nih.gov/articles/PMC9067960",
  },
  severity2021: {
    citation:
      "Author note blank on the copy seen. (2021). The wheel of change moves on: assessing the severity of stalking behaviour. Manuscript copy.",
    year: 2021,
    seenAt: "doksi.net/hu/get.php?lid=40953",
  },
  wheatley2020: {
    citation:
      "Wheatley, R., Winder, B., Kuss, D. J. (2020). What are the features of psychopathology for men who commit stalking offences? A systematic review. Aggression and Violent Behavior 55:101461.",
    year: 2020,
    seenAt: "scribd.com/document/739510804/wheatley2020",
  },
  points2prove: {
    citation: "Protection from Harassment Act 1997, s.4A, as reproduced on a page for police officers.",
    seenAt: "points2prove.co.uk/offence/stalking-involving-fear-of-violence-or-serious-alarm-or-distress",
  },
  halsbury_spo: {
    citation: "Stalking Protection Act 2019, s.1(1), as set out in Halsbury's Laws of England, Sentencing.",
    year: 2019,
    seenAt: "lexisnexis.co.uk/legal/commentary/halsburys-laws-of-england/sentencing/applications-for-orders",
  },
  scotland_s39: {
    citation: "Criminal Justice and Licensing (Scotland) Act 2010 (asp 13), s.39.",
    year: 2010,
    seenAt: "legislation.gov.uk/asp/2010/13, part 2, stalking",
  },
  ni_stalking_act: {
    citation: "Protection from Stalking Act (Northern Ireland) 2022 (c. 17), s.1.",
    year: 2022,
    seenAt: "legislation.gov.uk/nia/2022/17/section/1",
  },
  ni_fwin: {
    citation: "Women's organisation page on the Protection from Stalking Act (Northern Ireland) 2022.",
    seenAt: "fwin.org.uk",
  },
  scotland_pages: {
    citation: "Scottish Government page on stalking as an offence.",
    seenAt: "scotland.gov.uk",
  },
  model_code2007: {
    citation:
      "National Center for Victims of Crime (2007). The Model Stalking Code Revisited: responding to the new realities of stalking.",
    year: 2007,
    seenAt:
      "ojp.gov/ncjrs/virtual-library/abstracts/model-stalking-code-revisited-responding-new-realities-stalking (abstract)",
  },
  clery_page: {
    citation: "A college's page that repeats the campus definition of stalking under the Clery Act.",
    seenAt: "etown.edu/offices/diversity/titleix/students/stalking.aspx",
  },
  svs2006: {
    citation:
      "Baum, K., Catalano, S., Rand, M., & Rose, K. (2009). Stalking victimization in the United States. Bureau of Justice Statistics, NCJ 224527.",
    year: 2009,
    seenAt: "doksi.net/en/get.php?lid=40993",
  },
  svs2016: {
    citation: "Bureau of Justice Statistics (2021). Stalking victimization, 2016. NCJ 253526.",
    year: 2021,
    seenAt: "fdokumen.com/documents/stalking-victimization-2016.html",
  },
  svs2019: {
    citation: "Bureau of Justice Statistics (2022). Stalking victimization, 2019. NCJ 301735.",
    year: 2022,
    seenAt: "a mirror copy; icpsr.umich.edu/web/NACJD/studies/37950",
  },
  nisvs_page: {
    citation: "Criteria of the National Intimate Partner and Sexual Violence Survey, as reproduced by a family centre.",
    seenAt: "sweetwatercfc.org/what-we-do/stalking/",
  },
  abs_pss2012: {
    citation: "Australian Bureau of Statistics (2013). Personal Safety, Australia, 2012. Cat. no. 4906.0.",
    year: 2013,
    seenAt: "abs.gov.au/ausstats/abs@.nsf/Previousproducts/1423B95A72DEC661CA257C3D000D8745",
  },
  abs_pss2022: {
    citation: "Australian Bureau of Statistics. Personal Safety Survey: user guide, 2021-22, and user guide, 2016.",
    seenAt:
      "abs.gov.au/statistics/detailed-methodology-information/concepts-sources-methods/personal-safety-survey-user-guide/2021-22/stalking",
  },
  wfrn_glossary: {
    citation: "Glossary entry on stalking that quotes Roberts (2005).",
    seenAt: "wfrn.org/glossary/stalking/",
  },
  eu_2024_1385: {
    citation:
      "Directive (EU) 2024/1385 on combating violence against women and domestic violence, article 6 (Spanish text).",
    year: 2024,
    seenAt: "iberley.es/legislacion/articulo-6-lucha-contra-violencia-contra-mujeres-violencia-domestica",
  },
});

/** A key of the bibliography. */
export type SourceId = keyof typeof bibliography.sources;
