"""Countries by name, for lists that people type: the Americas and those that work with them (ISO 3166-1, P20)."""

from coalitions.models.party import fold

NAMES = {
    "AR": ("Argentina", "Argentina"), "BB": ("Barbados", "Barbados"), "BE": ("Bélgica", "Belgium"),
    "BO": ("Bolivia", "Bolivia"), "BR": ("Brasil", "Brazil"), "BS": ("Bahamas", "Bahamas"),
    "BZ": ("Belice", "Belize"), "CA": ("Canadá", "Canada"), "CH": ("Suiza", "Switzerland"),
    "CL": ("Chile", "Chile"), "CO": ("Colombia", "Colombia"), "CR": ("Costa Rica", "Costa Rica"),
    "CU": ("Cuba", "Cuba"), "DE": ("Alemania", "Germany"), "DO": ("República Dominicana", "Dominican Republic"),
    "EC": ("Ecuador", "Ecuador"), "ES": ("España", "Spain"), "FR": ("Francia", "France"),
    "GB": ("Reino Unido", "United Kingdom"), "GT": ("Guatemala", "Guatemala"), "GY": ("Guyana", "Guyana"),
    "HN": ("Honduras", "Honduras"), "HT": ("Haití", "Haiti"), "IT": ("Italia", "Italy"),
    "JM": ("Jamaica", "Jamaica"), "MX": ("México", "Mexico"), "NI": ("Nicaragua", "Nicaragua"),
    "NL": ("Países Bajos", "Netherlands"), "PA": ("Panamá", "Panama"), "PE": ("Perú", "Peru"),
    "PT": ("Portugal", "Portugal"), "PY": ("Paraguay", "Paraguay"), "SE": ("Suecia", "Sweden"),
    "SR": ("Surinam", "Suriname"), "SV": ("El Salvador", "El Salvador"),
    "TT": ("Trinidad y Tobago", "Trinidad and Tobago"), "US": ("Estados Unidos", "United States"),
    "UY": ("Uruguay", "Uruguay"), "VE": ("Venezuela", "Venezuela"),
}  # fmt: skip

CODES = {fold(name): code for code, names in NAMES.items() for name in names}


def code_of(text: str) -> str | None:
    """The two letters of a country: typed as such, or by its name in either language; None where not known."""
    code = text.strip().upper()
    if len(code) == 2 and code.isascii() and code.isalpha():
        return code
    return CODES.get(fold(text))


def name_of(code: str, language: str) -> str:
    """The country's name in the language; the code itself where it has none here."""
    spanish, english = NAMES.get(code, (code, code))
    return spanish if language == "es" else english
