import { type RouteObject, replace, useNavigate } from "react-router";
import { Broken } from "../frame/Broken";
import { Frame } from "../frame/Frame";
import { NotFound } from "../frame/NotFound";
import { customersRoutes } from "./customers";
import { invoiceRoutes } from "./invoices";
import { partsRoutes } from "./parts";
import { serviceRoutes } from "./service";
import { settingsRoutes } from "./settings";
import { vehicleRoutes } from "./vehicles";

/** A failed screen leaves the frame standing; another try draws it anew. */
function BrokenRoute() {
  const navigate = useNavigate();
  return <Broken onRetry={() => navigate(0)} />;
}

/** Every screen of the signed-in product. */
export const routes: RouteObject[] = [
  {
    path: "/",
    element: <Frame />,
    // Nothing stands in the window while the first screen is read from disk; that takes a blink.
    hydrateFallbackElement: <div />,
    children: [
      {
        errorElement: <BrokenRoute />,
        children: [
          // Turned round before anything is drawn: the product stands with its first screen at once.
          { index: true, loader: () => replace("/customers") },
          ...customersRoutes,
          ...vehicleRoutes,
          ...serviceRoutes,
          ...partsRoutes,
          ...invoiceRoutes,
          ...settingsRoutes,
          { path: "*", element: <NotFound /> },
        ],
      },
    ],
  },
];
