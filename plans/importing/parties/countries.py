"""The countries by their names in Spanish, English, Portuguese and French: the Americas, Europe, the main others."""

import re

# One line is one country; spellings are folded (lower case, no accents).
_NAMES = """
antigua y barbuda|antigua and barbuda|antigua e barbuda|antigua-et-barbuda|antigua et barbuda
argentina|argentine
bahamas
barbados|barbade
belice|belize
bolivia|bolivie
brasil|brazil|bresil
canada
chile|chili
colombia|colombie
costa rica
cuba
dominica|dominique
ecuador|equador|equateur
el salvador|salvador
estados unidos|united states|united states of america|estados unidos de america|etats-unis|usa|ee. uu.|ee.uu.|eeuu
granada|grenada|grenade
guatemala
guyana|guiana
haiti
honduras
jamaica|jamaique
mexico|mexique
nicaragua
panama
paraguay|paraguai
peru|perou
puerto rico|porto rico
republica dominicana|dominican republic|republique dominicaine|rep. dominicana
san cristobal y nieves|saint kitts and nevis|st. kitts and nevis|sao cristovao e nevis|saint-christophe-et-nieves
santa lucia|saint lucia|st. lucia|sainte-lucie
san vicente y las granadinas|saint vincent and the grenadines|st. vincent and the grenadines\
|sao vicente e granadinas|saint-vincent-et-les-grenadines
surinam|suriname
trinidad y tobago|trinidad and tobago|trinidad e tobago|trindade e tobago|trinite-et-tobago|trinidad & tobago
uruguay|uruguai
venezuela
albania|albanie
alemania|germany|alemanha|allemagne
andorra|andorre
armenia|armenie
austria|autriche
azerbaiyan|azerbaijan|azerbaidjan
belgica|belgium|belgique
bielorrusia|belarus|bielorrussia
bosnia y herzegovina|bosnia and herzegovina|bosnia e herzegovina|bosnie-herzegovine
bulgaria|bulgarie
chipre|cyprus|chypre
croacia|croatia|croatie
dinamarca|denmark|danemark
eslovaquia|slovakia|eslovaquia|slovaquie
eslovenia|slovenia|slovenie
espana|spain|espanha|espagne
estonia|estonie
finlandia|finland|finlande
francia|france|franca
georgia|georgie
grecia|greece|grece
hungria|hungary|hongrie
irlanda|ireland|irlande
islandia|iceland|islande
italia|italy|italie
kosovo
letonia|latvia|lettonie
liechtenstein
lituania|lithuania|lituanie
luxemburgo|luxembourg
macedonia del norte|north macedonia|macedonia do norte|macedoine du nord
malta|malte
moldavia|moldova|moldavie
monaco
montenegro
noruega|norway|norvege
paises bajos|netherlands|paises baixos|pays-bas|the netherlands|holanda
polonia|poland|pologne
portugal
reino unido|united kingdom|royaume-uni|uk
republica checa|czech republic|czechia|chequia|republique tcheque|tchequia
rumania|romania|roumanie|romenia
rusia|russia|russie|federacion de rusia|russian federation
san marino
serbia|serbie|servia
suecia|sweden|suede
suiza|switzerland|suica|suisse
turquia|turkey|turquie|turkiye
ucrania|ukraine
angola
argelia|algeria|algerie
australia|australie
cabo verde|cape verde|cap-vert
camerun|cameroon|camaroes|cameroun
china|chine
corea del sur|south korea|republic of korea|coreia do sul|coree du sud|republica de corea
costa de marfil|cote d'ivoire|ivory coast|costa do marfim
egipto|egypt|egito|egypte
emiratos arabes unidos|united arab emirates|emirats arabes unis
filipinas|philippines
ghana
guinea ecuatorial|equatorial guinea|guinee equatoriale
guinea-bisau|guinea-bissau|guine-bissau|guinee-bissau
india|inde
indonesia|indonesie
israel
japon|japan|japao
kenia|kenya|quenia
marruecos|morocco|marrocos|maroc
mozambique|mocambique
nigeria
nueva zelanda|nueva zelandia|new zealand|nova zelandia|nouvelle-zelande
pakistan
santo tome y principe|sao tome and principe|sao tome e principe|sao tome-et-principe
senegal
singapur|singapore|cingapura|singapour
sudafrica|south africa|africa do sul|afrique du sud
tailandia|thailand|thailande
timor-leste|timor oriental|east timor
tunez|tunisia|tunisie
vietnam|viet nam|vietna
"""
COUNTRIES = {
    spelling: line.split("|")[0] for line in _NAMES.split("\n") if line for spelling in line.split("|")
}
_STATE = re.compile(
    r"(?:la |the |el )?(?:republica|republic|republique|estado plurinacional|plurinational state)"
    r"(?: (?:federativa|oriental|bolivariana|federative|cooperativa))?(?: (?:de el|del|de la|do|da|de|of"
    r"|du))? "
    r"|(?:la|el|le|the|les|los|a|o|os) |l'"
)


def country_of(folded: str) -> str:
    """The country that a folded text names, by the first of its spellings, or ""."""
    shown = folded.strip(" .,;")
    return (
        COUNTRIES.get(shown)
        or COUNTRIES.get(folded.strip())
        or COUNTRIES.get(_STATE.sub("", shown, count=1), "")
    )
