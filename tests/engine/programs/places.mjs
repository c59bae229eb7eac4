/** Where the cities are that regions of the clouds are named for: `[continent, latitude, longitude]`, in whole degrees. */
const LISTED = `
Africa: Cape Town -34 18, Johannesburg -26 28
Asia: Hong Kong 22 114, Taiwan 24 120, Tokyo 36 140, Seoul 38 127, Busan 35 129, Osaka 35 135, Mumbai 19 73,
  Hyderabad 17 78, Delhi 29 77, Pune 19 74, Nagpur 21 79, Jamnagar 22 70, Chennai 13 80, Singapore 1 104,
  Jakarta -6 107, Malaysia 3 102, Thailand 14 101, Israel 32 35, United Arab Emirates 25 55, Bahrain 26 51,
  Doha 25 51, Dammam 26 50
Australia: Sydney -34 151, Melbourne -38 145, Canberra -35 149, New Zealand -37 175
Europe: Frankfurt 50 9, Zurich 47 9, Sweden 60 17, Milan 45 9, Spain 40 -4, Ireland 53 -6, London 52 0, Paris 49 2,
  Warsaw 52 21, Finland 61 27, Belgium 50 4, Berlin 53 13, Turin 45 8, Netherlands 53 5, Vienna 48 16,
  Copenhagen 56 13, Marseille 43 5, Oslo 60 11, Stavanger 59 6, Geneva 46 6, Cardiff 51 -3
North America: Montreal 46 -74, Calgary 51 -114, Mexico 21 -100, Northern Virginia 39 -77, Ohio 40 -83,
  California 37 -122, Oregon 46 -121, Toronto 44 -79, Iowa 41 -96, South Carolina 33 -80, Texas 30 -98,
  Los Angeles 34 -118, Salt Lake City 41 -112, Las Vegas 36 -115, Quebec 47 -71, Illinois 42 -88, Wyoming 41 -105,
  Washington 47 -120, Phoenix 33 -112
South America: Sao Paulo -24 -47, Santiago -33 -71, Rio de Janeiro -23 -43`;

const PLACES = new Map(
  LISTED.trim()
    .split(/\n(?! )/)
    .flatMap((line) => {
      const [continent, cities] = line.split(": ");
      return cities.split(/,\s+/).map((text) => {
        const [, city, latitude, longitude] = /^(.*) (-?\d+) (-?\d+)$/.exec(text);
        return [city, { continent, latitude: Number(latitude), longitude: Number(longitude) }];
      });
    }),
);

/** Where a city is: `{ continent, latitude, longitude }`. */
export function placeOf(city) {
  const place = PLACES.get(city);
  if (place === undefined) throw new Error(`nobody has said where ${city} is`);
  return place;
}

const radians = (degrees) => (degrees * Math.PI) / 180;

/** How far two cities are from each other, in kilometres. */
export function distance(one, other) {
  const [a, b] = [placeOf(one), placeOf(other)];
  const north = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2;
  const east = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  const both = north + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * east;
  return 12_742 * Math.asin(Math.sqrt(both));
}
